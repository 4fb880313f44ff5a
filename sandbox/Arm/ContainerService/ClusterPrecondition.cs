using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Arm.ContainerService;

/// <summary>The check of <c>If-Match</c> against a cluster's ETag.</summary>
internal static class ClusterPrecondition
{
    /// <summary>Why a request's condition is not met, or null.</summary>
    public static ArmError? Check(ArmRequest request, ArmResource? cluster) =>
        request.IfMatch is null or "*" || (cluster is not null && request.IfMatch.Trim('"') == ManagedClusterType.ETagOf(cluster))
            ? null
            : new ArmError(412, "PreconditionFailed", $"The ETag of the cluster '{request.Target.Name}' is not the one in If-Match. Read the cluster again.");
}
