namespace Provisioning.Sandbox.Arm.Authorization.Permissions;

/// <summary>
/// Lists what the caller may do at a scope: the permissions of all roles that are assigned to him there or above and are in effect, one
/// entry after the other, so that what an entry excludes another may grant. Deny assignments and locks do not show.
/// </summary>
internal sealed class ListPermissions() : ArmOperation(
    "GET",
    "/{scope}/providers/Microsoft.Authorization/permissions",
    ApiVersions.OfResourceManager("2015-07-01", "2018-01-01-preview", "2022-04-01", "2022-05-01-preview"),
    "Microsoft.Authorization/permissions/read")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm) => Page.Of(
        arm.Access.PermissionsOf(request.Caller.ObjectId, request.Target).Select(RolePermissionView.Of), request, arm);
}
