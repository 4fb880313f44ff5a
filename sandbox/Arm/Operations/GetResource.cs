namespace Provisioning.Sandbox.Arm.Operations;

/// <summary>Reads one resource.</summary>
/// <param name="type">Its type.</param>
internal abstract class GetResource(ArmResourceType type) : ArmOperation("GET", type.Route, type.Versions, type.Action("read"))
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm) =>
        arm.Resources.Find(request.Target) is { } resource ? ArmResponse.Ok(type.View(resource, arm)) : ArmError.NotFound(request.Target);
}
