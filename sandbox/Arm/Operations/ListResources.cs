namespace Provisioning.Sandbox.Arm.Operations;

/// <summary>Lists the resources of a type in their group or under their parent.</summary>
/// <param name="type">Their type.</param>
/// <param name="skipParameter">The provider's name for where a page begins.</param>
internal abstract class ListResources(ArmResourceType type, string skipParameter = "$skiptoken")
    : ArmOperation("GET", type.CollectionRoute, type.Versions, type.Action("read"))
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        if (arm.Resources.Find(request.Target) is null)
            return type.IsChild ? ArmError.NotFound(request.Target) : ArmError.GroupNotFound(request.Target.Name);

        var resources = arm.Resources.ChildrenOf(request.Target, type);
        return Page.Of(resources.Select(resource => type.View(resource, arm)), request, arm, skipParameter);
    }
}
