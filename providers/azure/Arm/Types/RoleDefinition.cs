using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Arm.Types;

/// <summary>Microsoft.Authorization/roleDefinitions (bicep-types-az, generated/authorization).</summary>
internal static class RoleDefinition
{
    /// <summary>The type, read only. Its <c>roleType</c> is a second <c>type</c>, inside <c>properties</c>.</summary>
    public static ArmResourceType Type { get; } = new()
    {
        Token = "azure-native:authorization:RoleDefinition",
        Noun = "role definition",
        ApiVersion = "2022-05-01-preview",
        Path = PathTemplate.Parse("/{scope}/providers/Microsoft.Authorization/roleDefinitions/{roleDefinitionId}"),
        Properties = ["assignableScopes", "description", "permissions", "roleName", "roleType"],
        WireNames = new WireNames(new Dictionary<string, string> { ["roleType"] = "type" }),
        ReadsOnly = true,
    };
}
