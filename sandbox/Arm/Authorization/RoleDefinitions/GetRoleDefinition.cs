namespace Provisioning.Sandbox.Arm.Authorization.RoleDefinitions;

/// <summary>Reads a role.</summary>
internal sealed class GetRoleDefinition() : ArmOperation(
    "GET",
    AuthorizationTypes.RoleDefinitions.Route,
    AuthorizationTypes.RoleDefinitions.Versions,
    "Microsoft.Authorization/roleDefinitions/read")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm) =>
        arm.Roles.Find(request.Target.Name) is { } role
            ? ArmResponse.Ok(RoleDefinitionView.Of(role, arm.SubscriptionOf(request.Target)))
            : new ArmError(404, "RoleDefinitionDoesNotExist", $"There is no role definition '{request.Target.Name}'.");
}
