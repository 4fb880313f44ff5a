using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.LongRunning;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Kubernetes;

/// <summary>Connects a cluster, or replaces its settings. With an issuer asked for, the cluster gets one of the sandbox's.</summary>
internal sealed class PutConnectedCluster() : PutResource(KubernetesTypes.ConnectedClusters)
{
    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        var properties = draft.Properties;
        if (properties.TextAt("agentPublicKeyCertificate") is not { Length: > 0 })
            return ArmError.Invalid("A connected cluster needs 'agentPublicKeyCertificate'.", "properties.agentPublicKeyCertificate");
        if (request.Body.TextAt("identity", "type") is not ("SystemAssigned" or "None"))
            return ArmError.Invalid("A connected cluster needs an identity of type SystemAssigned or None.", "identity.type");
        if (IdentityBlock.Apply(draft, request.Body.ObjectAt("identity"), KubernetesTypes.Identity, draft.Id.Name, arm) is { } refusal)
            return refusal;

        if (properties.FlagAt("oidcIssuerProfile", "enabled") is true)
            properties.Open("oidcIssuerProfile")["issuerUrl"] = ClusterIssuer.UrlOf(draft.Id, arm.Sandbox);
        properties["connectivityStatus"] = "Connected";
        properties["kubernetesVersion"] = "1.33.4";
        properties["agentVersion"] = "1.30.2";
        properties["totalNodeCount"] = 1;
        properties["totalCoreCount"] = 4;
        properties["provisioningState"] = draft.IsNew ? "Provisioning" : "Updating";
        properties["lastConnectivityTime"] = AzureTime.Text(request.At);
        properties.Default("distribution", "k3s");

        var cluster = Store(draft, request, arm);
        var operation = arm.Operations.Start(draft.Id, arm.Sandbox.Options.Delays.ClusterOperation, new Settlement.Succeed());
        return KubernetesTypes.ClusterPolling.Announce(
            ArmResponse.CreatedOrOk(draft.IsNew, KubernetesTypes.ConnectedClusters.View(cluster, arm)), operation, draft.Location, request, arm.Sandbox);
    }
}
