using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Arm.Types;

/// <summary>Microsoft.Insights/components (bicep-types-az, generated/applicationinsights/2020-02-02).</summary>
internal static class ApplicationInsights
{
    /// <summary>The type. Its properties are in PascalCase on the wire, some with underscores. All operations are synchronous.</summary>
    public static ArmResourceType Type { get; } = new()
    {
        Token = "azure-native:applicationinsights:Component",
        Noun = "application insights component",
        ApiVersion = "2020-02-02",
        Path = PathTemplate.Parse("/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Insights/components/{resourceName}"),
        AutoName = AutoName.Random,
        Envelope = ["kind", "location", "tags"],
        Properties =
        [
            "applicationType", "disableIpMasking", "disableLocalAuth", "flowType", "forceCustomerStorageForProfiler", "hockeyAppId",
            "immediatePurgeDataOn30Days", "ingestionMode", "publicNetworkAccessForIngestion", "publicNetworkAccessForQuery", "requestSource",
            "retentionInDays", "samplingPercentage", "workspaceResourceId",
        ],
        Required = ["applicationType", "kind"],
        Replaces = ["applicationType", "location"],
        WireNames = new WireNames(new Dictionary<string, string>
        {
            ["appId"] = "AppId",
            ["applicationId"] = "ApplicationId",
            ["applicationType"] = "Application_Type",
            ["connectionString"] = "ConnectionString",
            ["creationDate"] = "CreationDate",
            ["disableIpMasking"] = "DisableIpMasking",
            ["disableLocalAuth"] = "DisableLocalAuth",
            ["flowType"] = "Flow_Type",
            ["forceCustomerStorageForProfiler"] = "ForceCustomerStorageForProfiler",
            ["hockeyAppId"] = "HockeyAppId",
            ["hockeyAppToken"] = "HockeyAppToken",
            ["immediatePurgeDataOn30Days"] = "ImmediatePurgeDataOn30Days",
            ["ingestionMode"] = "IngestionMode",
            ["instrumentationKey"] = "InstrumentationKey",
            ["laMigrationDate"] = "LaMigrationDate",
            ["name"] = "Name",
            ["privateLinkScopedResources"] = "PrivateLinkScopedResources",
            ["privateLinkScopedResources.resourceId"] = "ResourceId",
            ["privateLinkScopedResources.scopeId"] = "ScopeId",
            ["requestSource"] = "Request_Source",
            ["retentionInDays"] = "RetentionInDays",
            ["samplingPercentage"] = "SamplingPercentage",
            ["tenantId"] = "TenantId",
            ["workspaceResourceId"] = "WorkspaceResourceId",
        }),
    };
}
