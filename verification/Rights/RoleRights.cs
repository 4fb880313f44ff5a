using System.Collections.Frozen;
using Provisioning.Infra.Access;
using Provisioning.Infra.Model;

namespace Provisioning.Verification.Rights;

/// <summary>
/// The data rights in Azure's built-in roles (Azure documentation, "Azure built-in roles", August 2026), as far as a document can name
/// them. To pull and to push are actions of the control plane in a registry that decides as a whole, so that everything with
/// <c>*/read</c> pulls; blobs, secrets and the repositories of a registry that decides for each take data actions, which plain Reader
/// does not have.
/// </summary>
internal static class RoleRights
{
    private static readonly FrozenDictionary<string, DataRight[]> ByRole = new Dictionary<string, DataRight[]>
    {
        ["AcrPull"] = [DataRight.Pull],
        ["AcrPush"] = [DataRight.Pull, DataRight.Push],
        ["Azure AI Administrator"] = [DataRight.Pull, DataRight.Push],
        ["Contributor"] = [DataRight.Pull, DataRight.Push],
        ["Key Vault Administrator"] = [DataRight.ReadSecret, DataRight.ListSecrets],
        ["Key Vault Certificate User"] = [DataRight.ReadSecret, DataRight.ListSecrets],
        ["Key Vault Data Access Administrator"] = [DataRight.Pull],
        ["Key Vault Reader"] = [DataRight.ListSecrets],
        ["Key Vault Secrets Officer"] = [DataRight.ReadSecret, DataRight.ListSecrets],
        ["Key Vault Secrets User"] = [DataRight.ReadSecret, DataRight.ListSecrets],
        ["Log Analytics Contributor"] = [DataRight.Pull],
        ["Owner"] = [DataRight.Pull, DataRight.Push],
        ["Reader"] = [DataRight.Pull],
        ["Role Based Access Control Administrator"] = [DataRight.Pull],
        ["Storage Blob Data Contributor"] = [DataRight.ReadBlobs, DataRight.WriteBlobs],
        ["Storage Blob Data Owner"] = [DataRight.ReadBlobs, DataRight.WriteBlobs],
        ["Storage Blob Data Reader"] = [DataRight.ReadBlobs],
        ["User Access Administrator"] = [DataRight.Pull],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, DataRight[]> ByRoleOnRepositories = new Dictionary<string, DataRight[]>
    {
        ["Container Registry Repository Contributor"] = [DataRight.Pull, DataRight.Push],
        ["Container Registry Repository Reader"] = [DataRight.Pull],
        ["Container Registry Repository Writer"] = [DataRight.Pull, DataRight.Push],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a role gives a right, if it holds at a place; null for a custom role, of which nothing is known.</summary>
    /// <param name="role">The role.</param>
    /// <param name="right">The right.</param>
    /// <param name="place">The place, which says how a registry decides.</param>
    public static bool? Gives(RoleReference role, DataRight right, AccessScope place)
    {
        if (role.Name.Length == 0)
            return null;
        var rights = place is AccessScope.Resource { Target: Registry { Permissions: RegistryPermissions.Repository } } ? ByRoleOnRepositories : ByRole;
        return rights.GetValueOrDefault(role.Name, []).Contains(right);
    }
}
