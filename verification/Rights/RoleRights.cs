using System.Collections.Frozen;
using Provisioning.Infra.Model;

namespace Provisioning.Verification.Rights;

/// <summary>
/// The data rights in Azure's built-in roles (Azure documentation, "Azure built-in roles", August 2026). Plain Reader has none of them:
/// its actions are those of the control plane, and content takes data actions.
/// </summary>
internal static class RoleRights
{
    private static readonly FrozenDictionary<string, DataRight[]> ByRole = new Dictionary<string, DataRight[]>
    {
        ["AcrPull"] = [DataRight.Pull],
        ["AcrPush"] = [DataRight.Pull, DataRight.Push],
        ["Container Registry Repository Reader"] = [DataRight.Pull],
        ["Container Registry Repository Writer"] = [DataRight.Pull, DataRight.Push],
        ["Container Registry Repository Contributor"] = [DataRight.Pull, DataRight.Push],
        ["Storage Blob Data Reader"] = [DataRight.ReadBlobs],
        ["Storage Blob Data Contributor"] = [DataRight.ReadBlobs, DataRight.WriteBlobs],
        ["Storage Blob Data Owner"] = [DataRight.ReadBlobs, DataRight.WriteBlobs],
        ["Key Vault Secrets User"] = [DataRight.ReadSecret, DataRight.ListSecrets],
        ["Key Vault Secrets Officer"] = [DataRight.ReadSecret, DataRight.ListSecrets],
        ["Key Vault Administrator"] = [DataRight.ReadSecret, DataRight.ListSecrets],

        // Pulling and pushing are actions of the control plane in a registry that decides for itself as a whole.
        ["Contributor"] = [DataRight.Pull, DataRight.Push],
        ["Owner"] = [DataRight.Pull, DataRight.Push],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The rights in a role; null for a custom role, of which nothing is known.</summary>
    public static IReadOnlyList<DataRight>? Of(RoleReference role) =>
        role.Name.Length == 0 ? null : ByRole.GetValueOrDefault(role.Name, []);
}
