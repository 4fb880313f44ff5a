using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.Subscriptions;

/// <summary>Lists the subscriptions the caller can see; nobody is refused, a stranger gets an empty list.</summary>
internal sealed class ListSubscriptions() : ArmOperation(
    "GET", "/subscriptions", SubscriptionVersions.All, permission: "")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        var visible = arm.Subscriptions.Where(id => arm.Access.Allows(request.Caller.ObjectId, "Microsoft.Resources/subscriptions/read", id));
        return ArmResponse.Ok(new JsonObject { ["value"] = new JsonArray([.. visible.Select(id => SubscriptionView.Of(id, arm))]) });
    }
}
