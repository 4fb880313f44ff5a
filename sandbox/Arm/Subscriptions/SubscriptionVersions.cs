namespace Provisioning.Sandbox.Arm.Subscriptions;

/// <summary>API versions of subscriptions, tenants and provider registrations.</summary>
internal static class SubscriptionVersions
{
    /// <summary>All that are accepted.</summary>
    public static ApiVersions All { get; } = ApiVersions.OfResourceManager(
        "2016-06-01", "2019-06-01", "2019-11-01", "2020-01-01", "2020-06-01", "2021-01-01", "2021-04-01", "2022-09-01", "2022-12-01", "2023-07-01", "2024-03-01", "2024-11-01", "2025-04-01");
}
