using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.Kubernetes;
using Provisioning.Sandbox.Arm.LongRunning;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ContainerService;

/// <summary>
/// Creates a managed cluster, or replaces its settings. The issuer's address shows only once the work is done, and an issuer cannot be
/// turned off again.
/// </summary>
internal sealed class PutManagedCluster() : PutResource(ContainerServiceTypes.ManagedClusters)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> LinkedPermissions => [IdentityBlock.AssignAction];

    /// <inheritdoc/>
    public override IEnumerable<LinkedAccess> LinkedAccess(ArmRequest request, ArmWorld arm) => IdentityBlock.LinkedAccess(request.Body);

    /// <inheritdoc/>
    public override ArmError Busy(ArmRequest request) =>
        ArmError.Conflict("OperationNotAllowed", $"Another operation is in progress on the managed cluster '{request.Target.Name}'.");

    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        var properties = draft.Properties;
        if (ClusterPrecondition.Check(request, draft.Existing) is { } unmet)
            return unmet;
        if (draft.FirstChange("dnsPrefix", "nodeResourceGroup", "fqdnSubdomain", "diskEncryptionSetID") is { } fixedProperty)
            return ArmError.BadRequest("PropertyChangeNotAllowed", $"The property '{fixedProperty}' of a managed cluster cannot change.", $"properties.{fixedProperty}");
        if (draft.Current.FlagAt("oidcIssuerProfile", "enabled") is true && properties.FlagAt("oidcIssuerProfile", "enabled") is false)
            return ArmError.BadRequest("OIDCIssuerFeatureCannotBeDisabled", "The issuer of a managed cluster cannot be turned off again.", "properties.oidcIssuerProfile.enabled");
        if (properties.FlagAt("securityProfile", "workloadIdentity", "enabled") is true && properties.FlagAt("oidcIssuerProfile", "enabled") is not true)
            return ArmError.BadRequest("InvalidParameter", "Workload identity needs the issuer of the cluster.", "properties.securityProfile.workloadIdentity");
        if (IdentityBlock.Apply(draft, request.Body.ObjectAt("identity"), ContainerServiceTypes.Identity, draft.Id.Name, arm) is { } refusal)
            return refusal;

        AddProperties(draft, arm);
        var cluster = Store(draft, request, arm);
        var operation = arm.Operations.Start(draft.Id, arm.Sandbox.Options.Delays.ClusterOperation, new Settlement.Succeed(LateProperties(draft, arm)?.Freeze()));
        return ContainerServiceTypes.Polling.Announce(
            ArmResponse.CreatedOrOk(draft.IsNew, ContainerServiceTypes.ManagedClusters.View(cluster, arm)), operation, draft.Location, request, arm.Sandbox);
    }

    private static void AddProperties(Draft draft, ArmWorld arm)
    {
        var properties = draft.Properties;
        properties.Default("dnsPrefix", draft.Id.Name);
        properties.Default("nodeResourceGroup", $"MC_{draft.Id.ResourceGroup}_{draft.Id.Name}_{draft.Location}");
        properties.Default("kubernetesVersion", "1.33");
        properties.Default("enableRBAC", true);
        properties["currentKubernetesVersion"] = "1.33.4";
        properties["fqdn"] = $"{properties.TextAt("dnsPrefix")}.hcp.{draft.Location}.azmk8s.io";
        properties["powerState"] = new JsonObject { ["code"] = "Running" };
        properties["provisioningState"] = draft.IsNew ? "Creating" : "Updating";
        draft.Keep("resourceUID", () => arm.Sandbox.Random.NewGuid().ToString("N"));
        draft.Keep("identityProfile", () => new JsonObject { ["kubeletidentity"] = KubeletIdentity(draft, arm) });
    }

    private static JsonObject KubeletIdentity(Draft draft, ArmWorld arm)
    {
        var id = $"/subscriptions/{draft.Id.SubscriptionId}/resourcegroups/{draft.Properties.TextAt("nodeResourceGroup")}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{draft.Id.Name}-agentpool";
        var principal = arm.Directory.CreateManagedIdentity($"{draft.Id.Name}-agentpool", id);
        return new JsonObject { ["resourceId"] = id, ["clientId"] = principal.AppId.ToString(), ["objectId"] = principal.ObjectId.ToString() };
    }

    private static JsonObject? LateProperties(Draft draft, ArmWorld arm) =>
        draft.Properties.FlagAt("oidcIssuerProfile", "enabled") is true
            ? new JsonObject { ["oidcIssuerProfile"] = new JsonObject { ["enabled"] = true, ["issuerURL"] = ClusterIssuer.UrlOf(draft.Id, arm.Sandbox) } }
            : null;
}
