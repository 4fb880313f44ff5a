using System.Text;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.DeepLake;

/// <summary>The one user a new sandbox has: administrator of its organization, with an API token in a file that only its owner can read.</summary>
internal static class DeepLakeAdministrator
{
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromDays(365);

    /// <summary>Makes organization, administrator and token at the first start, and another token when the file is lost or the old one is over.</summary>
    public static void Seed(DeepLakeStore store, SandboxContext context)
    {
        var id = SandboxOptions.DefaultDeepLakeOrganizationId.ToString();
        var organization = store.FindOrganization(id)
            ?? store.AddOrganization(id, "sandbox", store.AddUser("administrator").Id)
            ?? throw new InvalidOperationException($"The organization '{id}' is neither there nor can it be added.");

        var file = SandboxConnection.DeepLakeTokenPath(context.Options.StateDirectory);
        if (File.Exists(file) && store.FindToken(File.ReadAllText(file)) is not null)
            return;

        using var stream = StateDirectory.OpenPrivate(file, FileMode.Create);
        stream.Write(Encoding.ASCII.GetBytes(store.IssueToken(organization.CreatorId, organization.Id, TokenLifetime)));
    }
}
