using System.Collections.Immutable;
using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Pulumi;
using Pulumi.AzureNative.Authorization;

namespace Provisioning.Infra.Components;

/// <summary>Assigns the roles of a plan: those that a workspace or compute waits for before it, all others afterwards.</summary>
internal sealed class RoleAssignments(AccessPlan plan, AzureTarget target, ComponentIndex components)
{
    // Azure's limit of a description is not documented; portals cut longer ones.
    private const int MaxDescription = 500;

    private readonly ILookup<string, AccessGrant> requirements = plan.Grants
        .Where(grant => !grant.IsGrantedByAzure)
        .SelectMany(grant => grant.RequiredBy, (grant, entry) => (entry.Address, Grant: grant))
        .ToLookup(requirement => requirement.Address, requirement => requirement.Grant, StringComparer.Ordinal);

    private readonly Dictionary<string, RoleAssignment> assigned = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Assigns the roles that must hold before an entry is created.</summary>
    public ImmutableArray<Resource> RequiredBy(AzureEntry entry) => [.. requirements[entry.Address].Select(Assign)];

    /// <summary>Assigns every role that is not assigned yet; all principals and scopes exist by now.</summary>
    public void AssignRemaining()
    {
        foreach (var grant in plan.Grants.Where(grant => !grant.IsGrantedByAzure))
        {
            Assign(grant);
        }
    }

    /// <summary>Id of the scope of a grant.</summary>
    public Output<string> ScopeId(AccessScope scope) => scope switch
    {
        AccessScope.Subscription => target.SubscriptionId.Apply(id => $"/subscriptions/{id}"),
        AccessScope.ResourceGroup => target.ResourceGroupId,
        AccessScope.Resource resource => components.Of(resource.Target).ResourceId,
        AccessScope.Container container => components.Storage(container.Account).ContainerId(container.Name),
        AccessScope.Secret secret => components.Vault(secret.Vault).ResourceId.Apply(vault => $"{vault}/secrets/{secret.Name}"),
        AccessScope.NodeResourceGroup group => components.Cluster(group.Cluster).NodeResourceGroup.Value,
        AccessScope.ById id => target.Id(id.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "Unknown scope."),
    };

    /// <summary>Object id of a principal.</summary>
    public Output<string> PrincipalId(Principal principal) => principal switch
    {
        Principal.Kubelet kubelet => components.Cluster(kubelet.Cluster).KubeletPrincipalId(),
        Principal.Directory directory => Output.Create(directory.ObjectId.ToString()),
        _ => components.Of(principal).PrincipalId,
    };

    private RoleAssignment Assign(AccessGrant grant)
    {
        if (assigned.TryGetValue(grant.Name, out var existing))
        {
            return existing;
        }

        var (scope, principalId) = (ScopeId(grant.Scope), PrincipalId(grant.Principal));
        var args = new RoleAssignmentArgs
        {
            RoleAssignmentName = Output.Tuple(scope, principalId)
                .Apply(parts => RoleAssignmentName.Of(parts.Item1, parts.Item2, grant.Role).ToString("D")),
            Scope = scope,
            PrincipalId = principalId,

            // Without it Azure looks the principal up, and does not find one that was born a moment ago.
            PrincipalType = grant.Principal.Kind.ToString(),
            RoleDefinitionId = target.RoleDefinitionId(grant.Role, grant.Scope),
            Description = Describe(grant),
        };
        if (grant.Condition.Length > 0)
        {
            (args.Condition, args.ConditionVersion) = (grant.Condition, "2.0");
        }

        return assigned[grant.Name] = new RoleAssignment(grant.Name, args, new CustomResourceOptions { Parent = components.OwnerOf(grant.Principal) });
    }

    private static string Describe(AccessGrant grant)
    {
        var all = string.Join("; ", grant.Reasons);
        return all.Length <= MaxDescription ? all : $"{grant.Reasons[0]}; and {grant.Reasons.Length - 1} more";
    }
}
