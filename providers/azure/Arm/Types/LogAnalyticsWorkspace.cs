using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Arm.Types;

/// <summary>Microsoft.OperationalInsights/workspaces (bicep-types-az, generated/operationalinsights/2023-09-01).</summary>
internal static class LogAnalyticsWorkspace
{
    /// <summary>The type. Its <c>sku</c> sits inside <c>properties</c>.</summary>
    public static ArmResourceType Type { get; } = new()
    {
        Token = "azure-native:operationalinsights:Workspace",
        Noun = "log analytics workspace",
        ApiVersion = "2023-09-01",
        Path = PathTemplate.Parse("/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.OperationalInsights/workspaces/{workspaceName}"),
        AutoName = AutoName.Random,
        Name = new NameRule("^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$", "4 to 63 letters, digits or '-', starting and ending with a letter or digit"),
        Envelope = ["identity", "location", "tags"],
        Properties =
        [
            "defaultDataCollectionRuleResourceId", "features", "forceCmkForQuery", "publicNetworkAccessForIngestion",
            "publicNetworkAccessForQuery", "retentionInDays", "sku", "workspaceCapping",
        ],
        Identity = IdentityStyle.List,
        Replaces = ["location"],
        SoftDelete = new SoftDelete { PurgeQuery = new Dictionary<string, string> { ["force"] = "true" } },
        ReadOnly = ["sku.lastSkuUpdate", "workspaceCapping.dataIngestionStatus", "workspaceCapping.quotaNextResetTime"],
    };
}
