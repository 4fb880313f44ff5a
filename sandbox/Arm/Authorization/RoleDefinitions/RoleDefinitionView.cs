using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.Authorization.RoleDefinitions;

/// <summary>Roles as answers show them.</summary>
internal static class RoleDefinitionView
{
    /// <summary>One role, its id below the subscription.</summary>
    public static JsonObject Of(RoleDefinition role, ArmId subscription) => new()
    {
        ["id"] = subscription.Append($"providers/{AuthorizationTypes.RoleDefinitions.Name}/{role.Id}").Value,
        ["name"] = role.Id.ToString(),
        ["type"] = AuthorizationTypes.RoleDefinitions.Name,
        ["properties"] = new JsonObject
        {
            ["roleName"] = role.RoleName,
            ["type"] = role.IsBuiltIn ? "BuiltInRole" : "CustomRole",
            ["description"] = role.Description,
            ["assignableScopes"] = Texts(role.AssignableScopes),
            ["permissions"] = new JsonArray([.. role.Permissions.Select(RolePermissionView.Of)]),
            ["createdOn"] = AzureTime.Text(role.CreatedOn),
            ["updatedOn"] = AzureTime.Text(role.UpdatedOn),
            ["createdBy"] = null,
            ["updatedBy"] = null,
        },
    };

    private static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
