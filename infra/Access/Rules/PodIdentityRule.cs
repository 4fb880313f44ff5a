using Provisioning.Infra.Model;

namespace Provisioning.Infra.Access.Rules;

/// <summary>
/// What AAD Pod Identity needs in standard mode: the cluster's kubelet identity attaches the pods' identities (MIC) to the
/// machines of the node resource group. (AAD Pod Identity, "Role assignment".)
/// </summary>
internal static class PodIdentityRule
{
    /// <summary>The grants that one binding demands.</summary>
    public static IEnumerable<AccessGrant> Of(PodIdentity binding)
    {
        var (cluster, identity) = (binding.Cluster.Target, binding.Identity.Target);
        var kubelet = new Principal.Kubelet(cluster);
        var reason = new Reason($"{binding.Address} gives {identity.Address} to pods of {cluster.Address}", binding.Span);
        return
        [
            new AccessGrant(kubelet, BuiltInRoles.ManagedIdentityOperator, new AccessScope.Resource(identity), [reason]),
            new AccessGrant(kubelet, BuiltInRoles.VirtualMachineContributor, new AccessScope.NodeResourceGroup(cluster), [reason]),
        ];
    }
}
