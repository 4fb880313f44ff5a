using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Arm.ContainerService;

/// <summary>Managed clusters, which carry an ETag.</summary>
internal sealed record ManagedClusterType(string ProviderNamespace, ApiVersions AcceptedVersions) : ArmResourceType(
    ProviderNamespace,
    [("managedClusters", "resourceName")],
    AcceptedVersions,
    "^[a-zA-Z0-9]$|^[a-zA-Z0-9][-_a-zA-Z0-9]{0,61}[a-zA-Z0-9]$")
{
    /// <summary>The ETag of a cluster.</summary>
    public static string ETagOf(ArmResource cluster) => $"{cluster.Revision:x8}-{cluster.ModifiedAt.UtcTicks:x}";

    /// <inheritdoc/>
    public override JsonObject View(ArmResource resource, ArmWorld arm)
    {
        var view = base.View(resource, arm);
        view["eTag"] = ETagOf(resource);
        return view;
    }
}
