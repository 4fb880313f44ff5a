namespace Provisioning.Sandbox.Arm.Subscriptions;

/// <summary>Begins to use a resource provider.</summary>
internal sealed class RegisterProvider() : ArmOperation(
    "POST",
    $"{ArmResourceType.SubscriptionRoute}/providers/{{providerNamespace}}/register",
    SubscriptionVersions.All,
    "{providerNamespace}/register/action")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        var name = request.Route["providerNamespace"];
        arm.Providers.Register(name, arm.SubscriptionOf(request.Target));
        return ProviderView.Of(name, arm.SubscriptionOf(request.Target), arm) is { } provider
            ? ArmResponse.Ok(provider)
            : new ArmError(404, "InvalidResourceNamespace", $"There is no resource provider '{name}'.");
    }
}
