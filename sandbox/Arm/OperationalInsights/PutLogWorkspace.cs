using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.LongRunning;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.OperationalInsights;

/// <summary>Creates a Log Analytics workspace, replaces its settings, or brings a deleted one of the same name back with its customer id.</summary>
internal sealed class PutLogWorkspace() : PutResource(OperationalInsightsTypes.Workspaces)
{
    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        if (draft.Properties.NumberAt("retentionInDays") is < 7 or > 730)
            return ArmError.BadRequest("InvalidParameter", "The retention of a Log Analytics workspace is between 7 and 730 days.", "properties.retentionInDays");

        var former = draft.IsNew ? arm.SoftDeleted.Recover(draft.Id)?.Open().TextAt("properties", "customerId") : null;
        draft.Keep("customerId", () => former ?? arm.Sandbox.Random.NewGuid().ToString());
        draft.Keep("createdDate", () => AzureTime.Text(request.At));
        draft.Properties["modifiedDate"] = AzureTime.Text(request.At);
        draft.Properties["provisioningState"] = draft.IsNew ? "Creating" : "Updating";
        draft.Properties.Default("sku", new JsonObject { ["name"] = "PerGB2018" });
        draft.Properties.Default("retentionInDays", 30);
        draft.Properties.Default("publicNetworkAccessForIngestion", "Enabled");
        draft.Properties.Default("publicNetworkAccessForQuery", "Enabled");

        var workspace = Store(draft, request, arm);
        var operation = arm.Operations.Start(draft.Id, TimeSpan.Zero, new Settlement.Succeed());
        return OperationalInsightsTypes.Polling.Announce(
            ArmResponse.CreatedOrOk(draft.IsNew, OperationalInsightsTypes.Workspaces.View(workspace, arm)), operation, draft.Location, request, arm.Sandbox);
    }
}
