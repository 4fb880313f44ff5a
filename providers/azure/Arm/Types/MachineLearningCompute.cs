using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Resources;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Arm.Types;

/// <summary>
/// Microsoft.MachineLearningServices/workspaces/computes (azure-rest-api-specs, machineLearningServices.json;
/// azurerm, machine_learning_compute_cluster_resource.go).
/// </summary>
internal static class MachineLearningCompute
{
    private const string Kind = "properties.computeType";

    /// <summary>
    /// The type. A PUT of the whole compute is the only way to change identity and tags; a cluster's scale settings change
    /// the same way. What else a cluster has, the service silently ignores or rejects, where azure-native plans an update.
    /// </summary>
    public static ArmResourceType Type { get; } = new()
    {
        Token = "azure-native:machinelearningservices:Compute",
        Noun = "machine learning compute",
        ApiVersion = "2025-12-01",
        Path = PathTemplate.Parse(MachineLearningWorkspace.Path + "/computes/{computeName}"),
        AutoName = AutoName.Copy,
        Name = new NameRule(
            @"^[a-zA-Z](?![a-zA-Z0-9-]*-\d+$)[a-zA-Z0-9-]{2,23}$",
            "3 to 24 letters, digits or '-', starting with a letter and not ending in '-' and digits"),
        Envelope = ["identity", "location", "properties", "sku", "tags"],
        Flattens = false,
        Identity = IdentityStyle.List,
        Required = ["properties"],
        Replaces =
        [
            "location", "properties.computeLocation", Kind, "properties.disableLocalAuth", "properties.resourceId",
            .. ReplaceRule.When(
                Kind,
                "AmlCompute",
                "properties.properties.enableNodePublicIp",
                "properties.properties.isolatedNetwork",
                "properties.properties.osType",
                "properties.properties.propertyBag",
                "properties.properties.remoteLoginPortPublicAccess",
                "properties.properties.subnet",
                "properties.properties.userAccountCredentials",
                "properties.properties.virtualMachineImage",
                "properties.properties.vmPriority",
                "properties.properties.vmSize"),
            .. ReplaceRule.When(Kind, "ComputeInstance", "identity", "properties.properties"),
            .. ReplaceRule.When(Kind, "Kubernetes", "properties.properties.namespace"),
            .. ReplaceRule.When(Kind, "AKS", "properties.properties"),
        ],
        ReadOnly =
        [
            "properties.createdOn", "properties.isAttachedCompute", "properties.modifiedOn", "properties.provisioningErrors",
            "properties.provisioningState", "properties.properties.allocationState", "properties.properties.allocationStateTransitionTime",
            "properties.properties.applications", "properties.properties.connectivityEndpoints", "properties.properties.containers",
            "properties.properties.createdBy", "properties.properties.currentNodeCount", "properties.properties.dataDisks",
            "properties.properties.dataMounts", "properties.properties.errors", "properties.properties.lastOperation",
            "properties.properties.nodeStateCounts", "properties.properties.osImageMetadata", "properties.properties.state",
            "properties.properties.systemServices", "properties.properties.targetNodeCount", "properties.properties.versions",
        ],
        DeleteQuery = Action,
        AwaitsGone = true,
        Verifies = ["properties.properties.vmSize"],
    };

    /// <summary>
    /// Computes that Azure ML made are deleted; attached ones are detached, since Delete would remove the cluster itself.
    /// </summary>
    private static Dictionary<string, string> Action(PropertyMap properties) => new()
    {
        ["underlyingResourceAction"] = properties.TextAt(Kind) is "AmlCompute" or "ComputeInstance" ? "Delete" : "Detach",
    };
}
