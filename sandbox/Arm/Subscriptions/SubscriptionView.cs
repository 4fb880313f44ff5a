using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.Subscriptions;

/// <summary>The subscription as answers show it.</summary>
internal static class SubscriptionView
{
    /// <summary>The subscription.</summary>
    public static JsonObject Of(ArmWorld arm) => new()
    {
        ["id"] = arm.Subscription.Value,
        ["subscriptionId"] = arm.Subscription.Name,
        ["tenantId"] = arm.Sandbox.Options.TenantId.ToString(),
        ["displayName"] = "Sandbox",
        ["state"] = "Enabled",
        ["authorizationSource"] = "RoleBased",
    };
}
