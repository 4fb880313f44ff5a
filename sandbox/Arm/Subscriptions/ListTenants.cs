using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.Subscriptions;

/// <summary>Lists the caller's tenants: the one of its token.</summary>
internal sealed class ListTenants() : ArmOperation("GET", "/tenants", SubscriptionVersions.All, permission: "")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        var id = request.Caller.TenantId.ToString();
        return ArmResponse.Ok(new JsonObject
        {
            ["value"] = new JsonArray(new JsonObject { ["id"] = $"/tenants/{id}", ["tenantId"] = id, ["displayName"] = "Sandbox" }),
        });
    }
}
