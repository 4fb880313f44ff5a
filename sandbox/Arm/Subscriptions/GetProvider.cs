namespace Provisioning.Sandbox.Arm.Subscriptions;

/// <summary>Reads a resource provider and whether the subscription uses it.</summary>
internal sealed class GetProvider() : ArmOperation(
    "GET",
    $"{ArmResourceType.SubscriptionRoute}/providers/{{providerNamespace}}",
    SubscriptionVersions.All,
    "Microsoft.Resources/subscriptions/providers/read")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        var name = request.Route["providerNamespace"];
        return ProviderView.Of(name, arm.SubscriptionOf(request.Target), arm) is { } provider
            ? ArmResponse.Ok(provider)
            : new ArmError(404, "InvalidResourceNamespace", $"There is no resource provider '{name}'.");
    }
}
