using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.Authorization.RoleDefinitions;

/// <summary>Makes or replaces a role of the tenant. Answers 201 in both cases, as Azure does.</summary>
internal sealed class PutRoleDefinition() : ArmOperation(
    "PUT",
    AuthorizationTypes.RoleDefinitions.Route,
    AuthorizationTypes.RoleDefinitions.Versions,
    "Microsoft.Authorization/roleDefinitions/write")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        var properties = request.Body.ObjectAt("properties");
        if (!Guid.TryParse(request.Target.Name, out var id))
            return ArmError.BadRequest("InvalidRoleDefinitionId", $"The name of a role definition must be a GUID; '{request.Target.Name}' is none.");
        if (properties.TextAt("roleName") is not { Length: > 0 } name)
            return ArmError.BadRequest("RoleDefinitionNameEmpty", "A role needs a name.");
        if (BuiltInRoles.All.ContainsKey(id))
            return ArmError.BadRequest("RoleDefinitionUpdateNotPermitted", "Built-in roles cannot be changed.");
        if (arm.Roles.All().Any(role => role.Id != id && role.RoleName.Equals(name, StringComparison.OrdinalIgnoreCase)))
            return ArmError.Conflict("RoleDefinitionWithSameNameExists", $"A role named '{name}' exists already.");

        var scopes = Texts(properties.At("assignableScopes"));
        if (scopes.Count is 0 || !scopes.All(scope => ArmId.TryParse(scope, out _)))
            return ArmError.BadRequest("InvalidAssignableScopes", "A role needs at least one assignable scope: the id of a subscription, group or resource.");

        var role = new RoleDefinition
        {
            Id = id,
            RoleName = name,
            Description = properties.TextAt("description") ?? "",
            AssignableScopes = scopes,
            Permissions = [.. (properties.At("permissions") as JsonArray ?? []).Select(Read)],
            CreatedOn = arm.Roles.Find(id)?.CreatedOn ?? request.At,
            UpdatedOn = request.At,
        };
        arm.Roles.Put(role);
        return new ArmResponse(201, RoleDefinitionView.Of(role, arm.SubscriptionOf(request.Target)));
    }

    private static RolePermission Read(JsonNode? permission) => new()
    {
        Actions = Texts(permission.At("actions")),
        NotActions = Texts(permission.At("notActions")),
        DataActions = Texts(permission.At("dataActions")),
        NotDataActions = Texts(permission.At("notDataActions")),
    };

    private static List<string> Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(item => item.TextAt()).OfType<string>()];
}
