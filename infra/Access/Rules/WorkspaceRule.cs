using Provisioning.Infra.Model;

namespace Provisioning.Infra.Access.Rules;

/// <summary>
/// What a workspace's user-assigned identity needs on the workspace and its resources. Azure grants nothing to it, and needs all
/// of it while it creates the workspace; a system-assigned identity gets its roles from Azure instead. (Azure Machine Learning
/// documentation, "Set up service authentication". Contributor is narrowed to the storage role where Azure says it may be; on the
/// workspace itself it has to stand on the resource group, because the workspace does not exist by then.)
/// </summary>
internal static class WorkspaceRule
{
    /// <summary>The grants that one workspace demands.</summary>
    public static IEnumerable<AccessGrant> Of(Workspace workspace, StackDocument document)
    {
        var identities = workspace.Existing is null && workspace.Identity is IdentityAssignment.UserAssigned user ? user.Identities : [];
        foreach (var identity in identities)
        {
            var principal = new Principal.Managed(identity.Target);
            foreach (var (role, target, purpose) in Dependencies(workspace, document))
            {
                yield return new AccessGrant(
                    principal, role, new AccessScope.Resource(target), [new Reason($"{workspace.Address} {purpose} {target.Address}", identity.Span)])
                {
                    RequiredBy = [workspace],
                };
            }

            yield return new AccessGrant(
                principal,
                BuiltInRoles.Contributor,
                new AccessScope.ResourceGroup(),
                [new Reason($"{workspace.Address} is created as {identity.Target.Address}", identity.Span)])
            {
                RequiredBy = [workspace],
            };
        }

        if (workspace.CustomerManagedKey is { } key)
        {
            foreach (var principal in KeyUsers(key, workspace))
            {
                yield return new AccessGrant(
                    principal,
                    BuiltInRoles.KeyVaultCryptoServiceEncryptionUser,
                    new AccessScope.Resource(key.Vault.Target),
                    [new Reason($"{workspace.Address} is encrypted with a key of {key.Vault.Target.Address}", key.Vault.Span)])
                {
                    RequiredBy = principal is Principal.Managed ? [workspace] : [],
                };
            }
        }
    }

    private static IEnumerable<(RoleReference Role, AzureEntry Target, string Purpose)> Dependencies(Workspace workspace, StackDocument document)
    {
        if (workspace.Storage?.Target is { } storage)
        {
            yield return (BuiltInRoles.StorageAccountContributor, storage, "manages");
            yield return (BuiltInRoles.StorageBlobDataContributor, storage, "keeps its data in");
            if (!storage.SharedKeys && HasNotebooks(workspace, document))
            {
                yield return (BuiltInRoles.StorageFileDataPrivilegedContributor, storage, "mounts notebook shares of");
            }
        }

        if (workspace.Vault?.Target is { } vault)
        {
            yield return (BuiltInRoles.Contributor, vault, "manages");
            yield return (BuiltInRoles.KeyVaultAdministrator, vault, "keeps its secrets in");
        }

        if (workspace.Registry?.Target is { CreatedByWorkspace: false } registry)
        {
            yield return (BuiltInRoles.Contributor, registry, "builds images in");
            if (registry.Permissions == RegistryPermissions.Repository)
            {
                yield return (BuiltInRoles.RepositoryWriter, registry, "pushes the images it builds to");
            }
        }

        if (workspace.Insights?.Target is { } insights)
        {
            yield return (BuiltInRoles.Contributor, insights, "sends its telemetry to");
        }
    }

    private static bool HasNotebooks(Workspace workspace, StackDocument document) =>
        document.Computes.OfType<NotebookInstance>().Any(instance => instance.Workspace.Target.Address == workspace.Address);

    private static IEnumerable<Principal> KeyUsers(CustomerManagedKey key, Workspace workspace) => key.Identity is { } identity
        ? [new Principal.Managed(identity.Target)]
        : Principal.Of(workspace.Identity, new Principal.OfWorkspace(workspace));
}
