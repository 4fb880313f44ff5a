using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.ContainerService;

/// <summary>The types of <c>Microsoft.ContainerService</c>, and where their operations are followed.</summary>
internal static class ContainerServiceTypes
{
    private const string Namespace = "Microsoft.ContainerService";

    private static readonly ApiVersions Versions = ApiVersions.Of(
        "2023-10-01", "2024-02-01", "2024-09-01", "2025-01-01", "2025-05-01", "2025-09-01", "2026-01-01", "2026-06-01");

    /// <summary>Managed (AKS) clusters.</summary>
    public static ArmResourceType ManagedClusters { get; } = new ManagedClusterType(Namespace, Versions);

    /// <summary>Identities of a managed cluster.</summary>
    public static IdentityRules Identity { get; } = new(MaximumUserAssigned: 1, CombinedType: null);

    /// <summary>Where the state of an operation is found.</summary>
    public static PollingRoute Status { get; } = new(
        ArmResourceType.SubscriptionRoute + "/providers/" + Namespace + "/locations/{location}/operations/{operationId}",
        Versions);

    /// <summary>Headers of every operation.</summary>
    public static Polling Polling { get; } = new(Status, Result: null);
}
