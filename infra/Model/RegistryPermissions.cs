namespace Provisioning.Infra.Model;

/// <summary>The role assignment mode of a container registry.</summary>
public enum RegistryPermissions
{
    /// <summary>Permissions hold for the whole registry: <c>AcrPull</c>, <c>AcrPush</c> (Azure's <c>LegacyRegistryPermissions</c>).</summary>
    Registry,

    /// <summary>
    /// Permissions hold per repository: <c>Container Registry Repository Reader</c>, <c>… Writer</c>; <c>AcrPull</c> and
    /// <c>AcrPush</c> are ignored (Azure's <c>AbacRepositoryPermissions</c>).
    /// </summary>
    Repository,
}
