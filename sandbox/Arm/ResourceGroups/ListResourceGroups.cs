namespace Provisioning.Sandbox.Arm.ResourceGroups;

/// <summary>Lists the resource groups of the subscription.</summary>
internal sealed class ListResourceGroups() : ArmOperation(
    "GET", ArmTypes.ResourceGroups.CollectionRoute, ArmTypes.ResourceGroups.Versions, ArmTypes.ResourceGroups.Action("read"))
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        var groups = arm.Resources.ChildrenOf(arm.SubscriptionOf(request.Target), ArmTypes.ResourceGroups);
        return Page.Of(groups.Select(group => ArmTypes.ResourceGroups.View(group, arm)), request, arm);
    }
}
