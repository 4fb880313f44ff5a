namespace Provisioning.Sandbox.Arm.Insights;

/// <summary>The types of <c>Microsoft.Insights</c>.</summary>
internal static class InsightsTypes
{
    /// <summary>Application Insights components.</summary>
    public static ArmResourceType Components { get; } = new(
        "Microsoft.Insights",
        [("components", "componentName")],
        ApiVersions.Of("2015-05-01", "2018-05-01-preview", "2020-02-02-preview", "2020-02-02"),
        @"^[^%&\\?/]{0,259}[^%&\\?/. ]$")
    {
        ReadOnlyProperties =
        [
            "AppId", "ApplicationId", "Name", "InstrumentationKey", "ConnectionString", "TenantId", "CreationDate", "provisioningState",
            "PrivateLinkScopedResources",
        ],
    };
}
