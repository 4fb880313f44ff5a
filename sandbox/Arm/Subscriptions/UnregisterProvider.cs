namespace Provisioning.Sandbox.Arm.Subscriptions;

/// <summary>Stops to use a resource provider.</summary>
internal sealed class UnregisterProvider() : ArmOperation(
    "POST",
    $"{ArmResourceType.SubscriptionRoute}/providers/{{providerNamespace}}/unregister",
    SubscriptionVersions.All,
    "{providerNamespace}/unregister/action")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        var name = request.Route["providerNamespace"];
        arm.Providers.Unregister(name, arm.SubscriptionOf(request.Target));
        return ProviderView.Of(name, arm.SubscriptionOf(request.Target), arm) is { } provider
            ? ArmResponse.Ok(provider)
            : new ArmError(404, "InvalidResourceNamespace", $"There is no resource provider '{name}'.");
    }
}
