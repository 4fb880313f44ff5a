using Provisioning.Infra.Model;

namespace Provisioning.Infra.Access.Rules;

/// <summary>What follows from a compute's identity and kind, whatever runs on it.</summary>
internal static class ComputeRule
{
    /// <summary>The grants that one compute demands.</summary>
    public static IEnumerable<AccessGrant> Of(Compute compute) =>
        [.. ImagePulls(compute), .. IdleShutdown(compute), .. Attachment(compute)];

    // Environments are images in the workspace's registry. Azure grants AcrPull to the system-assigned identity of a training
    // cluster that it creates when the registry is linked; user-assigned identities get the role beforehand, so Azure finds it.
    private static IEnumerable<AccessGrant> ImagePulls(Compute compute)
    {
        if (compute is ExistingCompute || compute.Workspace.Target.Registry?.Target is not { CreatedByWorkspace: false } registry)
        {
            yield break;
        }

        var role = RegistryRoles.Pull(registry);
        foreach (var principal in Pullers(compute))
        {
            var isBornWithCompute = principal is Principal.OfCompute;
            yield return new AccessGrant(
                principal,
                role,
                new AccessScope.Resource(registry),
                [new Reason($"{compute.Address} pulls the images of {compute.Workspace.Target.Address} from {registry.Address}", compute.Span)])
            {
                RequiredBy = isBornWithCompute ? [] : [compute],
                IsGrantedByAzure = isBornWithCompute
                    && compute is TrainingCluster { OlderThanRegistry: false }
                    && role.DefinitionId == BuiltInRoles.AcrPull.DefinitionId,
            };
        }
    }

    private static IEnumerable<Principal> Pullers(Compute compute) =>
        compute is AksCompute { Cluster.Target: { Kind: ClusterKind.Aks } cluster }
            ? [new Principal.Kubelet(cluster)]
            : Principal.Of(compute.Identity, new Principal.OfCompute(compute));

    // An instance with an identity shuts itself down as that identity, which takes Contributor on the workspace.
    private static IEnumerable<AccessGrant> IdleShutdown(Compute compute) =>
        compute is NotebookInstance { IdleShutdown: not null }
            ? Principal.Of(compute.Identity, new Principal.OfCompute(compute)).Select(principal => new AccessGrant(
                principal,
                BuiltInRoles.Contributor,
                new AccessScope.Resource(compute.Workspace.Target),
                [new Reason($"{compute.Address} shuts itself down when idle", compute.Span)]))
            : [];

    // A workspace attaches a cluster as itself. Its system-assigned identity is equipped by Azure.
    private static IEnumerable<AccessGrant> Attachment(Compute compute)
    {
        if (compute is not KubernetesCompute { Cluster.Target: var cluster } || compute.Workspace.Target.Identity is not IdentityAssignment.UserAssigned user)
        {
            return [];
        }

        RoleReference[] roles = cluster.Kind switch
        {
            ClusterKind.Aks => [BuiltInRoles.Reader, BuiltInRoles.KubernetesExtensionContributor, BuiltInRoles.AksClusterAdmin],
            ClusterKind.Arc => [BuiltInRoles.Reader, BuiltInRoles.KubernetesExtensionContributor],
            _ => throw new ArgumentOutOfRangeException(nameof(compute), cluster.Kind, "Unknown kind of cluster."),
        };
        return
            from identity in user.Identities
            from role in roles
            select new AccessGrant(
                new Principal.Managed(identity.Target),
                role,
                new AccessScope.Resource(cluster),
                [new Reason($"{compute.Workspace.Target.Address} attaches {cluster.Address} as {compute.Address}", compute.Span)])
            {
                RequiredBy = [compute],
            };
    }
}
