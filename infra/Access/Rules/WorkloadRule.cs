using Provisioning.Infra.Model;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Hosts;

namespace Provisioning.Infra.Access.Rules;

/// <summary>What workloads say they need becomes the least role at the narrowest scope.</summary>
internal static class WorkloadRule
{
    /// <summary>The grants that one workload asks for.</summary>
    public static IEnumerable<AccessGrant> Of(Workload workload)
    {
        var principal = Principal.Of(workload);
        foreach (var registry in workload.Pulls)
        {
            var because = Because($"pulls from {registry.Target.Address}", registry.Span);
            yield return Grant(principal, RegistryRoles.Pull(registry.Target), new AccessScope.Resource(registry.Target), because);
            if (NodesThatPull(workload.RunsOn) is { } cluster)
            {
                yield return Grant(
                    new Principal.Kubelet(cluster), RegistryRoles.Pull(registry.Target), new AccessScope.Resource(registry.Target), because);
            }
        }

        foreach (var registry in workload.Pushes)
        {
            var because = Because($"pushes to {registry.Target.Address}", registry.Span);
            yield return Grant(principal, RegistryRoles.Push(registry.Target), new AccessScope.Resource(registry.Target), because);
        }

        foreach (var blobs in workload.Reads)
        {
            var scope = AccessScope.Of(blobs);
            yield return Grant(principal, BuiltInRoles.StorageBlobDataReader, scope, Because($"reads {scope.Address}", blobs.Span));
        }

        foreach (var blobs in workload.Writes)
        {
            var scope = AccessScope.Of(blobs);
            yield return Grant(principal, BuiltInRoles.StorageBlobDataContributor, scope, Because($"writes {scope.Address}", blobs.Span));
        }

        foreach (var secret in workload.Secrets)
        {
            var scope = AccessScope.Of(secret);
            var what = secret.IsWholeVault ? $"reads the secrets of {scope.Address}" : $"reads the secret {scope.Address}";
            yield return Grant(principal, BuiltInRoles.KeyVaultSecretsUser, scope, Because(what, secret.Span));
        }

        Reason Because(string what, SourceSpan span) => new($"{workload.Address} {what}", span);
    }

    // Images of pods are pulled by the nodes, not by the pod's own identity.
    private static Cluster? NodesThatPull(WorkloadHost host) => host switch
    {
        KubernetesServiceAccount { Cluster.Target: { Kind: ClusterKind.Aks } cluster } => cluster,
        ComputeTarget { Compute.Target: AksCompute { Cluster.Target: { Kind: ClusterKind.Aks } cluster } } => cluster,
        _ => null,
    };

    private static AccessGrant Grant(Principal principal, RoleReference role, AccessScope scope, Reason reason) =>
        new(principal, role, scope, [reason]);
}
