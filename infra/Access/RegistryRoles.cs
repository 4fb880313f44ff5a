using Provisioning.Infra.Model;

namespace Provisioning.Infra.Access;

/// <summary>The roles that let someone pull from or push to a registry, which depend on how the registry decides.</summary>
internal static class RegistryRoles
{
    /// <summary>The least role to pull.</summary>
    public static RoleReference Pull(Registry registry) => registry.Permissions switch
    {
        RegistryPermissions.Registry => BuiltInRoles.AcrPull,
        RegistryPermissions.Repository => BuiltInRoles.RepositoryReader,
        var other => throw new ArgumentOutOfRangeException(nameof(registry), other, "Unknown permissions of a registry."),
    };

    /// <summary>The least role to push, which includes pulling.</summary>
    public static RoleReference Push(Registry registry) => registry.Permissions switch
    {
        RegistryPermissions.Registry => BuiltInRoles.AcrPush,
        RegistryPermissions.Repository => BuiltInRoles.RepositoryWriter,
        var other => throw new ArgumentOutOfRangeException(nameof(registry), other, "Unknown permissions of a registry."),
    };
}
