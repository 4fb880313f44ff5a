using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.Subscriptions;

/// <summary>Lists the subscriptions the caller can see; nobody is refused, a stranger gets an empty list.</summary>
internal sealed class ListSubscriptions() : ArmOperation(
    "GET", "/subscriptions", SubscriptionVersions.All, permission: "")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        var isVisible = arm.Access.Allows(request.Caller.ObjectId, "Microsoft.Resources/subscriptions/read", arm.Subscription);
        return ArmResponse.Ok(new JsonObject { ["value"] = isVisible ? new JsonArray(SubscriptionView.Of(arm)) : [] });
    }
}
