using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.ManagedIdentity;
using Provisioning.Sandbox.Arm.Resources;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Platforms;

/// <summary>
/// AAD Pod Identity in standard mode with namespaced matching: which identity a pod gets, and whether MIC, which acts by the kubelet
/// identity, can put it on the machines of the cluster.
/// </summary>
/// <remarks>Roles: Azure/aad-pod-identity, "Role assignment". An identity in the node resource group needs them too, by the roles on that group.</remarks>
internal static class PodAssignment
{
    private const string Label = "aadpodidbinding";
    private const string ScaleSetWrite = "Microsoft.Compute/virtualMachineScaleSets/write";

    /// <summary>The identity of a pod, or why it gets none.</summary>
    public static (ServicePrincipal? Principal, string? Refusal) Resolve(Host.Pod pod, WantedIdentity wanted, ArmWorld arm)
    {
        if (!pod.Labels.TryGetValue(Label, out var label))
            return (null, $"The pod has no label '{Label}', so that no binding is meant for it.");

        var bindings = pod.Bindings.Where(binding => binding.Namespace == pod.Namespace && binding.Selector == label).ToList();
        if (bindings is [])
            return (null, $"No AzureIdentityBinding in the namespace '{pod.Namespace}' has the selector '{label}'.");

        var bound = pod.Identities.Where(identity => identity.Namespace == pod.Namespace && bindings.Any(binding => binding.Identity == identity.Name)).ToList();
        if (bound is [])
            return (null, $"The AzureIdentityBinding '{bindings[0].Name}' names the AzureIdentity '{bindings[0].Identity}', which is not in the namespace '{pod.Namespace}'.");

        return bound.Find(identity => wanted.IsDefault || wanted.Names(identity.ClientId, null, identity.ResourceId)) is { } chosen
            ? Assign(chosen, pod, arm)
            : (null, "None of the AzureIdentities that are bound to the pod is the one that is asked for.");
    }

    private static (ServicePrincipal? Principal, string? Refusal) Assign(AzureIdentity chosen, Host.Pod pod, ArmWorld arm)
    {
        if (chosen.Type is not 0)
            return (null, $"The AzureIdentity '{chosen.Name}' has the type {chosen.Type}; the sandbox knows user-assigned identities alone, which have 0.");
        if (!ArmId.TryParse(chosen.ResourceId, out var id) || arm.Resources.Find(id, ManagedIdentityTypes.UserAssignedIdentities) is not { } identity)
            return (null, $"The AzureIdentity '{chosen.Name}' has the resource id '{chosen.ResourceId}', which is no user-assigned identity there is.");

        var properties = identity.Open().ObjectAt("properties");
        if (!string.Equals(properties.TextAt("clientId"), chosen.ClientId, StringComparison.OrdinalIgnoreCase))
            return (null, $"The AzureIdentity '{chosen.Name}' has the client id '{chosen.ClientId}', but that of '{identity.Id}' is '{properties.TextAt("clientId")}'.");
        if (Lacking(identity, pod, arm) is { } lacking)
            return (null, lacking);

        return arm.Directory.FindServicePrincipal(Guid.Parse(properties.TextAt("principalId") ?? "")) is { } principal
            ? (principal, null)
            : (null, $"The identity '{identity.Id}' has no service principal.");
    }

    private static string? Lacking(ArmResource identity, Host.Pod pod, ArmWorld arm)
    {
        var cluster = arm.Resources.Find(ArmId.Parse(pod.Resource))?.Open().ObjectAt("properties");
        if (!Guid.TryParse(cluster.TextAt("identityProfile", "kubeletidentity", "objectId"), out var kubelet))
            return $"The cluster '{pod.Resource}' has no kubelet identity for MIC to act by.";

        var nodes = arm.SubscriptionOf(ArmId.Parse(pod.Resource)).Append($"resourceGroups/{cluster.TextAt("nodeResourceGroup")}");
        var lacking = new List<string>();
        if (!arm.Access.Allows(kubelet, IdentityBlock.AssignAction, identity.ArmId))
            lacking.Add($"'{IdentityBlock.AssignAction}' on '{identity.Id}' (Managed Identity Operator)");
        if (!arm.Access.Allows(kubelet, ScaleSetWrite, nodes))
            lacking.Add($"'{ScaleSetWrite}' on '{nodes}' (Virtual Machine Contributor)");
        return lacking is []
            ? null
            : $"MIC cannot assign the identity to the machines: the cluster's kubelet identity (object id '{kubelet}') lacks {string.Join(" and ", lacking)}. After a recent assignment, wait for it to take effect.";
    }
}
