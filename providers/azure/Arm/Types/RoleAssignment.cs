using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Resources;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Arm.Types;

/// <summary>Microsoft.Authorization/roleAssignments (bicep-types-az, generated/authorization/2022-04-01).</summary>
internal static class RoleAssignment
{
    /// <summary>
    /// The type. Only description and condition can change under the same name; anything else is
    /// RoleAssignmentUpdateNotPermitted. Scope, principal and role together are unique, whatever the name.
    /// </summary>
    public static ArmResourceType Type { get; } = new()
    {
        Token = "azure-native:authorization:RoleAssignment",
        Noun = "role assignment",
        ApiVersion = "2022-04-01",
        Path = PathTemplate.Parse("/{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}"),
        AutoName = AutoName.Uuid,
        Name = new NameRule("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", "the form of a UUID"),
        Properties =
        [
            "condition", "conditionVersion", "delegatedManagedIdentityResourceId", "description", "principalId", "principalType",
            "roleDefinitionId",
        ],
        Required = ["principalId", "roleDefinitionId"],
        Replaces = ["principalId", "roleDefinitionId", "principalType", "delegatedManagedIdentityResourceId"],
        DistinguishedBy = ["scope", "principalId", "roleDefinitionId"],
        IsSame = IsSameGrant,
        ConflictCode = "RoleAssignmentExists",
        ConflictFilter = inputs => $"principalId eq '{inputs.TextAt("principalId")}'",
        GrantsTo = "principalId",
        Query = TenantOfDelegate,
    };

    /// <summary>
    /// Whether an assignment grants exactly what the inputs ask for. Under the same name such an assignment is one that an
    /// earlier run made and could not record; there cannot be a second one.
    /// </summary>
    private static bool IsSameGrant(PropertyMap outputs, PropertyMap inputs) =>
        ResourceIds.AreEqual(outputs.TextAt("scope"), "/" + inputs.TextAt("scope")?.Trim('/'))
        && string.Equals(outputs.TextAt("principalId"), inputs.TextAt("principalId"), StringComparison.OrdinalIgnoreCase)
        && ResourceIds.AreEqual(outputs.TextAt("roleDefinitionId"), inputs.TextAt("roleDefinitionId"));

    /// <summary>
    /// A cross-tenant identity is looked up in the tenant of the deployment (azure-native's own read of the type).
    /// </summary>
    private static Dictionary<string, string> TenantOfDelegate(PropertyMap properties, string tenant) =>
        properties.TextAt("delegatedManagedIdentityResourceId") is { Length: > 0 } && tenant.Length > 0
            ? new() { ["tenantId"] = tenant }
            : [];
}
