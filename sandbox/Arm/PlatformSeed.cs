using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.ContainerRegistry;
using Provisioning.Sandbox.Arm.ContainerService;
using Provisioning.Sandbox.Arm.KeyVault;
using Provisioning.Sandbox.Arm.Kubernetes;
using Provisioning.Sandbox.Registry;

namespace Provisioning.Sandbox.Arm;

/// <summary>
/// The part of a new sandbox that stands for a platform team's resource group: an AKS cluster, a private registry with an image and a
/// vault with an encryption key, for stacks to use without owning them.
/// </summary>
internal static class PlatformSeed
{
    /// <summary>The resource group.</summary>
    public const string Group = "platform";

    /// <summary>The AKS cluster, ready for inference by Azure ML and for workload identity; also the name of its issuer.</summary>
    public const string Cluster = "inference";

    /// <summary>The registry, without admin user.</summary>
    public const string Registry = "acrplatformimages";

    /// <summary>The vault, with roles and purge protection.</summary>
    public const string Vault = "kv-platform-keys";

    /// <summary>The key in the vault, for the data of workspaces.</summary>
    public const string Key = "workspace";

    /// <summary>The repository of the image in the registry.</summary>
    public const string Image = "base/pytorch";

    /// <summary>The tag of the image.</summary>
    public const string ImageTag = "2.4";

    /// <summary>The resource group of the cluster's nodes.</summary>
    public const string NodeGroup = $"MC_{Group}_{Cluster}_westeurope";

    /// <summary>Puts it there.</summary>
    public static void Plant(ArmRequest request, ArmWorld arm)
    {
        foreach (var name in new[] { Group, NodeGroup })
            arm.Resources.Write(arm.Subscription.Append($"resourceGroups/{name}"), ArmSeed.Body("Succeeded"), request);

        var providers = arm.Subscription.Append($"resourceGroups/{Group}").Append("providers");
        PlantCluster(providers.Append($"{ContainerServiceTypes.ManagedClusters.Name}/{Cluster}"), request, arm);
        var registry = ServiceRegistry.Create(
            providers.Append($"{ContainerRegistryTypes.Registries.Name}/{Registry}"), "westeurope", "Standard", adminUser: false, request, arm);
        BaseImage.Push(new RegistryContent(arm.Sandbox.World), registry, Image, ImageTag);
        PlantVault(providers.Append($"{KeyVaultTypes.Vaults.Name}/{Vault}"), request, arm);
    }

    private static void PlantCluster(ArmId id, ArmRequest request, ArmWorld arm)
    {
        var kubelet = $"{arm.Subscription}/resourcegroups/{NodeGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{Cluster}-agentpool";
        var principal = arm.Directory.CreateManagedIdentity($"{Cluster}-agentpool", kubelet);
        var body = ArmSeed.Body("Succeeded");
        body["identity"] = ArmSeed.SystemIdentity(id, arm);
        var properties = body.Open("properties");
        properties["dnsPrefix"] = Cluster;
        properties["fqdn"] = $"{Cluster}.hcp.{body.TextAt("location")}.azmk8s.io";
        properties["nodeResourceGroup"] = NodeGroup;
        properties["kubernetesVersion"] = "1.33";
        properties["currentKubernetesVersion"] = "1.33.4";
        properties["enableRBAC"] = true;
        properties["powerState"] = new JsonObject { ["code"] = "Running" };
        properties["oidcIssuerProfile"] = new JsonObject { ["enabled"] = true, ["issuerURL"] = ClusterIssuer.UrlOf(id, arm.Sandbox) };
        properties["securityProfile"] = new JsonObject { ["workloadIdentity"] = new JsonObject { ["enabled"] = true } };
        properties["identityProfile"] = new JsonObject
        {
            ["kubeletidentity"] = new JsonObject
            {
                ["resourceId"] = kubelet,
                ["clientId"] = principal.AppId.ToString(),
                ["objectId"] = principal.ObjectId.ToString(),
            },
        };
        arm.Resources.Write(id, body, request);
        ArmSeed.PlantExtension(id, new JsonObject { ["enableTraining"] = "True", ["enableInference"] = "True" }, request, arm);
    }

    private static void PlantVault(ArmId id, ArmRequest request, ArmWorld arm)
    {
        var body = ArmSeed.Body("Succeeded");
        var properties = body.Open("properties");
        properties["tenantId"] = arm.Directory.TenantId.ToString();
        properties["sku"] = new JsonObject { ["family"] = "A", ["name"] = "premium" };
        properties["enableRbacAuthorization"] = true;
        properties["accessPolicies"] = new JsonArray();
        properties["enableSoftDelete"] = true;
        properties["softDeleteRetentionInDays"] = 90;
        properties["enablePurgeProtection"] = true;
        properties["publicNetworkAccess"] = "Enabled";
        properties["enabledForDeployment"] = false;
        properties["vaultUri"] = DataPlaneAddresses.Vault(arm.Sandbox, id.Name);
        arm.Names.Take(KeyVaultTypes.Vaults.Name, id.Name, id);
        arm.Resources.Write(id, body, request);

        var key = KeyVaultTypes.Keys.IdIn(id, Key);
        arm.Resources.Write(key, new JsonObject { ["properties"] = VaultKey.Create(key, new JsonObject { ["kty"] = "RSA" }, arm) }, request);
    }
}
