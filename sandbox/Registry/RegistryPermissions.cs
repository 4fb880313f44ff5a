using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Arm.Authorization;

namespace Provisioning.Sandbox.Registry;

/// <summary>
/// Which actions of a scope a principal has. A registry in the old mode knows actions on the whole registry; one in repository mode knows
/// data actions on repositories, and ignores the old ones.
/// </summary>
internal static class RegistryPermissions
{
    private const string Registries = "Microsoft.ContainerRegistry/registries/";
    private const string Repositories = Registries + "repositories/";
    private const string RepositoryName = "Request[" + Registries + "repositories:name]";

    /// <summary>The part of a scope that a principal has; null stands for somebody without a name.</summary>
    public static RegistryScope Grant(Guid? principal, RegistryScope wanted, ArmId registry, ArmWorld arm)
    {
        var properties = arm.Resources.Find(registry)?.Open().ObjectAt("properties");
        var byRepository = properties.TextAt("roleAssignmentMode") is "AbacRepositoryPermissions";
        var isOpen = properties.FlagAt("anonymousPullEnabled") is true;
        return wanted with
        {
            Actions =
            [
                .. wanted.Actions.Where(action =>
                    (isOpen && action is "pull")
                    || (principal is { } known && Needs(wanted, action, byRepository) is { Count: > 0 } needs
                        && needs.All(need => Allows(known, need, byRepository, wanted, registry, arm)))),
            ],
        };
    }

    private static IReadOnlyList<string> Needs(RegistryScope scope, string action, bool byRepository) => (scope.Type, action, byRepository) switch
    {
        ("registry", "*", true) => [Registries + "catalog/read"],
        ("registry", "*", false) => [Registries + "pull/read"],
        ("repository", "pull", true) => [Repositories + "content/read", Repositories + "metadata/read"],
        ("repository", "push", true) => [Repositories + "content/write", Repositories + "metadata/write"],
        ("repository", "delete", true) => [Repositories + "content/delete", Repositories + "metadata/delete"],
        ("repository", "metadata_read", true) => [Repositories + "metadata/read"],
        ("repository", "metadata_write", true) => [Repositories + "metadata/write"],
        ("repository", "pull" or "metadata_read", false) => [Registries + "pull/read"],
        ("repository", "push" or "metadata_write", false) => [Registries + "push/write"],
        ("repository", "delete", false) => [Registries + "artifacts/delete"],
        _ => [],
    };

    private static bool Allows(Guid principal, string action, bool isDataAction, RegistryScope scope, ArmId registry, ArmWorld arm) =>
        arm.Access.FindGrant(new AccessRequest(principal, action, registry)
        {
            IsDataAction = isDataAction,
            Attributes = new Dictionary<string, IReadOnlyList<string>> { [RepositoryName] = [scope.Name] },
        }) is not null;
}
