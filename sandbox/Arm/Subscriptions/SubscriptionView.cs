using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.Subscriptions;

/// <summary>Subscriptions as answers show them.</summary>
internal static class SubscriptionView
{
    /// <summary>One subscription.</summary>
    public static JsonObject Of(ArmId id, ArmWorld arm) => new()
    {
        ["id"] = id.Value,
        ["subscriptionId"] = id.Name,
        ["tenantId"] = arm.Sandbox.Options.TenantId.ToString(),
        ["displayName"] = id.Equals(arm.Subscription) ? "Sandbox" : "Shared images",
        ["state"] = "Enabled",
        ["authorizationSource"] = "RoleBased",
    };
}
