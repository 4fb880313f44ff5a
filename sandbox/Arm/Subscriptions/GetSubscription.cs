namespace Provisioning.Sandbox.Arm.Subscriptions;

/// <summary>Reads a subscription.</summary>
internal sealed class GetSubscription() : ArmOperation(
    "GET", ArmResourceType.SubscriptionRoute, SubscriptionVersions.All, "Microsoft.Resources/subscriptions/read")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm) => ArmResponse.Ok(SubscriptionView.Of(arm.SubscriptionOf(request.Target), arm));
}
