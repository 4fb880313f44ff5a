using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Authorization;
using Provisioning.Sandbox.Arm.Kubernetes;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Arm;

/// <summary>
/// What a new sandbox holds: the deployer as Owner of the subscriptions, a connected cluster that stands for one on premises, what a
/// platform team would provide (<see cref="PlatformSeed"/>), and what another team shares from its subscription (<see cref="SharedSeed"/>).
/// </summary>
internal static class ArmSeed
{
    /// <summary>Resource group of the seeded cluster.</summary>
    public const string Group = "edge";

    /// <summary>Name of the seeded cluster and of its issuer.</summary>
    public const string Cluster = "edge";

    private const string Location = "westeurope";

    /// <summary>Puts it there, unless a former run has.</summary>
    public static void Plant(ArmWorld arm)
    {
        var deployer = arm.Sandbox.Deployer.ObjectId;
        if (arm.Assignments.OfPrincipal(deployer).Any())
            return;

        var request = RequestOf(arm);
        foreach (var subscription in arm.Subscriptions)
            ServiceGrants.Give(deployer, BuiltInRoles.Owner, subscription, request, arm);
        foreach (var assignment in arm.Assignments.OfPrincipal(deployer).ToList())
            arm.Assignments.Put(assignment with { EffectiveAt = request.At });

        var group = arm.Subscription.Append($"resourceGroups/{Group}");
        arm.Resources.Write(group, Body("Succeeded"), request);
        PlantCluster(group.Append($"providers/{KubernetesTypes.ConnectedClusters.Name}/{Cluster}"), request, arm);
        PlatformSeed.Plant(request, arm);
        SharedSeed.Plant(request, arm);
    }

    /// <summary>The body of a resource in a provisioning state.</summary>
    internal static JsonObject Body(string state) => new()
    {
        ["location"] = Location,
        ["properties"] = new JsonObject { ["provisioningState"] = state },
    };

    /// <summary>A system-assigned identity of a resource.</summary>
    internal static JsonObject SystemIdentity(ArmId id, ArmWorld arm) => new()
    {
        ["type"] = "SystemAssigned",
        ["principalId"] = arm.Directory.CreateManagedIdentity(id.Name, id.Value).ObjectId.ToString(),
        ["tenantId"] = arm.Directory.TenantId.ToString(),
    };

    /// <summary>Puts the extension of Azure ML on a cluster.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="settings">Its configuration settings.</param>
    /// <param name="request">The request in whose name it is written.</param>
    /// <param name="arm">The world.</param>
    internal static void PlantExtension(ArmId cluster, JsonObject settings, ArmRequest request, ArmWorld arm) => arm.Resources.Write(
        cluster.Append($"providers/{KubernetesTypes.Extensions.Name}/azureml"),
        new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["extensionType"] = "Microsoft.AzureML.Kubernetes",
                ["autoUpgradeMinorVersion"] = true,
                ["releaseTrain"] = "Stable",
                ["scope"] = new JsonObject { ["cluster"] = new JsonObject { ["releaseNamespace"] = "azureml" } },
                ["configurationSettings"] = settings,
                ["provisioningState"] = "Succeeded",
            },
        },
        request);

    private static void PlantCluster(ArmId id, ArmRequest request, ArmWorld arm)
    {
        var body = Body("Succeeded");
        body["identity"] = SystemIdentity(id, arm);
        var properties = body.Open("properties");
        properties["agentPublicKeyCertificate"] = "";
        properties["connectivityStatus"] = "Connected";
        properties["distribution"] = "k3s";
        properties["kubernetesVersion"] = "1.33.4";
        properties["agentVersion"] = "1.30.2";
        properties["totalNodeCount"] = 1;
        properties["totalCoreCount"] = 4;
        properties["oidcIssuerProfile"] = new JsonObject { ["enabled"] = true, ["issuerUrl"] = ClusterIssuer.UrlOf(id, arm.Sandbox) };
        properties["securityProfile"] = new JsonObject { ["workloadIdentity"] = new JsonObject { ["enabled"] = true } };
        arm.Resources.Write(id, body, request);
        PlantExtension(id, new JsonObject { ["enableTraining"] = "True" }, request, arm);
    }

    /// <summary>What nobody asks for, such as the seed, is written in the deployer's name.</summary>
    internal static ArmRequest RequestOf(ArmWorld arm) => new()
    {
        Target = arm.Subscription,
        Path = arm.Subscription.Value,
        ApiVersion = "",
        Body = [],
        Query = new Dictionary<string, string>(),
        Route = new Dictionary<string, string>(),
        At = arm.Sandbox.Now,
        Caller = new TokenPrincipal
        {
            ObjectId = arm.Sandbox.Deployer.ObjectId,
            AppId = arm.Sandbox.Deployer.ClientId,
            TenantId = arm.Directory.TenantId,
            Audience = "",
            IdType = "app",
            ExpiresAt = arm.Sandbox.Now,
        },
    };
}
