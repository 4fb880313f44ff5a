namespace Provisioning.Sandbox.Arm.Authorization;

/// <summary>The types of <c>Microsoft.Authorization</c>; all attach to any scope.</summary>
internal static class AuthorizationTypes
{
    private const string Namespace = "Microsoft.Authorization";

    /// <summary>Role assignments.</summary>
    public static ArmResourceType RoleAssignments { get; } = new(
        Namespace,
        [("roleAssignments", "roleAssignmentName")],
        ApiVersions.OfResourceManager("2015-07-01", "2018-01-01-preview", "2018-09-01-preview", "2020-03-01-preview", "2020-04-01-preview", "2020-08-01-preview", "2020-10-01-preview", "2022-04-01"))
    {
        ScopeRoute = "/{scope}",
        IsStored = false,
    };

    /// <summary>Role definitions.</summary>
    public static ArmResourceType RoleDefinitions { get; } = new(
        Namespace,
        [("roleDefinitions", "roleDefinitionId")],
        ApiVersions.OfResourceManager("2015-07-01", "2018-01-01-preview", "2022-04-01", "2022-05-01-preview"))
    {
        ScopeRoute = "/{scope}",
        IsStored = false,
    };

    /// <summary>Management locks.</summary>
    public static ArmResourceType Locks { get; } = new(
        Namespace,
        [("locks", "lockName")],
        ApiVersions.OfResourceManager("2016-09-01", "2017-04-01", "2020-05-01"))
    {
        ScopeRoute = "/{scope}",
        IsStored = false,
    };
}
