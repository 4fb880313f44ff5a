using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Identity;

namespace Provisioning.Sandbox.Arm.MachineLearning.Computes;

/// <summary>The kinds of compute the sandbox has.</summary>
internal static class ComputeKinds
{
    /// <summary>A cluster of virtual machines that the service runs.</summary>
    public const string Cluster = "AmlCompute";

    /// <summary>One virtual machine for one person.</summary>
    public const string Instance = "ComputeInstance";

    /// <summary>A Kubernetes cluster that is attached.</summary>
    public const string Kubernetes = "Kubernetes";

    /// <summary>A Kubernetes cluster that is attached in the old way.</summary>
    public const string LegacyKubernetes = "AKS";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Cluster, Instance, Kubernetes, LegacyKubernetes];

    /// <summary>Whether computes of a kind stand on a cluster that exists without them.</summary>
    public static bool IsAttached(string? kind) => kind is Kubernetes or LegacyKubernetes;

    /// <summary>What identities computes of a kind may have.</summary>
    public static IdentityRules IdentityOf(string? kind) =>
        kind is Instance ? MachineLearningTypes.InstanceIdentity : MachineLearningTypes.ClusterIdentity;

    /// <summary>Properties of a kind, within <c>properties.properties</c>, that only a new compute can set; a change is refused.</summary>
    public static IReadOnlyList<string> FixedProperties(string? kind) => kind switch
    {
        Cluster => ["vmPriority", "osType", "remoteLoginPortPublicAccess", "enableNodePublicIp", "isolatedNetwork", "subnet"],
        Instance => ["applicationSharingPolicy", "computeInstanceAuthorizationType", "enableNodePublicIp", "subnet", "setupScripts"],
        Kubernetes => ["namespace"],
        _ => [],
    };

    /// <summary>The state of a compute that is ready, as its <c>properties.properties</c> shows it.</summary>
    public static JsonObject ReadyState(string? kind, DateTimeOffset at) => kind switch
    {
        Cluster => new JsonObject
        {
            ["allocationState"] = "Steady",
            ["allocationStateTransitionTime"] = AzureTime.Text(at),
            ["currentNodeCount"] = 0,
            ["targetNodeCount"] = 0,
            ["nodeStateCounts"] = new JsonObject
            {
                ["idleNodeCount"] = 0,
                ["runningNodeCount"] = 0,
                ["preparingNodeCount"] = 0,
                ["unusableNodeCount"] = 0,
                ["leavingNodeCount"] = 0,
                ["preemptedNodeCount"] = 0,
            },
        },
        Instance => new JsonObject { ["state"] = "Running" },
        _ => [],
    };
}
