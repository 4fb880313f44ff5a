using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.OperationalInsights;

/// <summary>The types of <c>Microsoft.OperationalInsights</c>, and where their operations are followed.</summary>
internal static class OperationalInsightsTypes
{
    private const string Namespace = "Microsoft.OperationalInsights";

    private static readonly ApiVersions Versions = ApiVersions.Of("2020-08-01", "2021-06-01", "2022-10-01", "2023-09-01", "2025-02-01", "2025-07-01", "2026-03-01");

    /// <summary>Log Analytics workspaces. A deleted one comes back when its name is used again within 14 days.</summary>
    public static ArmResourceType Workspaces { get; } = new(
        Namespace, [("workspaces", "workspaceName")], Versions, "^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$")
    {
        SoftDeletion = TimeSpan.FromDays(14),
        ReadOnlyProperties = ["customerId", "provisioningState", "createdDate", "modifiedDate"],
    };

    /// <summary>Where the state of an operation is found.</summary>
    public static PollingRoute Status { get; } = new(
        ArmResourceType.SubscriptionRoute + "/providers/" + Namespace + "/locations/{location}/operationStatuses/{operationId}",
        Versions);

    /// <summary>Headers of a write and of a deletion.</summary>
    public static Polling Polling { get; } = new(Status, Result: null);
}
