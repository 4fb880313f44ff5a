using Provisioning.Sandbox.Arm.OperationalInsights;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Insights;

/// <summary>Creates a component on a Log Analytics workspace, or replaces its settings. Answers 200 in both cases.</summary>
internal sealed class PutComponent() : PutResource(InsightsTypes.Components)
{
    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        var properties = draft.Properties;
        if (draft.Body.TextAt("kind") is not { Length: > 0 })
            return ArmError.BadRequest("InvalidRequestBody", "A component needs a kind.", "kind");
        if (properties.TextAt("Application_Type") is not ("web" or "other"))
            return ArmError.BadRequest("InvalidRequestBody", "The Application_Type of a component is web or other.", "properties.Application_Type");
        if (arm.Resources.Find(properties.IdAt("WorkspaceResourceId"), OperationalInsightsTypes.Workspaces) is null)
        {
            return ArmError.BadRequest(
                "InvalidRequestBody",
                $"The Log Analytics workspace '{properties.TextAt("WorkspaceResourceId")}' of the component was not found. Components without one are retired.",
                "properties.WorkspaceResourceId");
        }

        draft.Keep("AppId", () => arm.Sandbox.Random.NewGuid().ToString());
        draft.Keep("InstrumentationKey", () => arm.Sandbox.Random.NewGuid().ToString());
        draft.Keep("CreationDate", () => AzureTime.Text(request.At));
        properties["ApplicationId"] = draft.Id.Name;
        properties["Name"] = draft.Id.Name;
        properties["TenantId"] = arm.Directory.TenantId.ToString();
        properties["ConnectionString"] =
            $"InstrumentationKey={properties.TextAt("InstrumentationKey")};IngestionEndpoint=https://{draft.Location}.in.applicationinsights.azure.com/;ApplicationId={properties.TextAt("AppId")}";
        properties["provisioningState"] = "Succeeded";
        properties.Default("RetentionInDays", 90);
        properties.Default("IngestionMode", "LogAnalytics");
        properties.Default("publicNetworkAccessForIngestion", "Enabled");
        properties.Default("publicNetworkAccessForQuery", "Enabled");
        return ArmResponse.Ok(InsightsTypes.Components.View(Store(draft, request, arm), arm));
    }
}
