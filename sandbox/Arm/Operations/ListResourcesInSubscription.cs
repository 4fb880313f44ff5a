namespace Provisioning.Sandbox.Arm.Operations;

/// <summary>Lists the resources of a type in a whole subscription.</summary>
/// <param name="type">Their type.</param>
/// <param name="skipParameter">The provider's name for where a page begins.</param>
internal abstract class ListResourcesInSubscription(ArmResourceType type, string skipParameter = "$skiptoken")
    : ArmOperation("GET", type.SubscriptionCollectionRoute, type.Versions, type.Action("read"))
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        var resources = arm.Resources.ChildrenOf(arm.SubscriptionOf(request.Target), ArmTypes.ResourceGroups)
            .SelectMany(group => arm.Resources.ChildrenOf(group.ArmId, type));
        return Page.Of(resources.Select(resource => type.View(resource, arm)), request, arm, skipParameter);
    }
}
