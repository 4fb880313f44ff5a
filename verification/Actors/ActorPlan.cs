using System.Collections.Immutable;
using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Provisioning.Infra.Model.Hosts;
using Provisioning.Verification.Stacks;

namespace Provisioning.Verification.Actors;

/// <summary>Who can be expected to act in a stack: its workloads, and whatever else has been granted something.</summary>
/// <param name="document">The stack's document.</param>
/// <param name="plan">What follows from it.</param>
/// <param name="stack">What was deployed.</param>
internal sealed class ActorPlan(StackDocument document, AccessPlan plan, DeployedStack stack)
{
    /// <summary>The actors, workloads first; an identity without workload, compute or pod comes last, once for each.</summary>
    public ImmutableArray<Actor> Actors()
    {
        var seen = new List<Actor>(document.Workloads.Select(OfWorkload));
        seen.AddRange(document.Computes.SelectMany(OfCompute).Where(IsNew));
        seen.AddRange(document.PodIdentities.Select(OfPod));
        seen.AddRange(Clusters().Select(OfNodes));
        seen.AddRange(plan.Grants.Select(grant => grant.Principal).DistinctBy(principal => principal.Address).Where(IsUnseen).Select(OfAzure));
        return [.. seen];

        bool IsNew(Actor actor) => !seen.OfType<Actor.OnCompute>().Any(other =>
            other.Principal.Address == actor.Principal.Address && other.RunsOn == actor.RunsOn);
        bool IsUnseen(Principal principal) => seen.TrueForAll(actor => actor.Principal.Address != principal.Address);
    }

    private Actor OfWorkload(Workload workload)
    {
        var runsOn = HostDescription.Of(workload.RunsOn);
        return workload.RunsOn is ComputeTarget { Compute.Target: var compute }
            ? new Actor.OnCompute(
                workload.Address, Principal.Of(workload), runsOn, ResourceId(compute), stack.Find("workloads", workload.Name, "environment", "AZURE_CLIENT_ID"), stack.PrincipalIdOf(Principal.Of(workload)))
            : new Actor.Federated(workload, ClientId(Principal.Of(workload)), TrustsOf(workload), runsOn);
    }

    private IEnumerable<Actor> OfCompute(Compute compute) => compute is ExistingCompute or AksCompute
        ? []
        : Principal.Of(compute.Identity, new Principal.OfCompute(compute)).Select(principal => new Actor.OnCompute(
            compute.Address, principal, compute.Address, ResourceId(compute), principal is Principal.Managed ? ClientId(principal) : null, stack.PrincipalIdOf(principal)));

    private Actor OfPod(PodIdentity binding) => new Actor.InPod(
        binding,
        $"pods labelled {binding.Selector} in {binding.Namespace} on {binding.Cluster.Target.Address}",
        stack.Get("clusters", binding.Cluster.Target.Name, "resourceId"),
        stack.Get("identities", binding.Identity.Target.Name, "resourceId"),
        stack.Get("identities", binding.Identity.Target.Name, "clientId"));

    private IEnumerable<Cluster> Clusters() =>
        plan.Grants.Select(grant => grant.Principal).OfType<Principal.Kubelet>().Select(kubelet => kubelet.Cluster).DistinctBy(cluster => cluster.Address);

    private Actor OfNodes(Cluster cluster)
    {
        var kubelet = new Principal.Kubelet(cluster);
        return new Actor.OnNode(kubelet.Address, kubelet, $"the nodes of {cluster.Address}", stack.Get("clusters", cluster.Name, "resourceId"));
    }

    private Actor OfAzure(Principal principal) => document.Workspaces.FirstOrDefault(workspace => ActsFor(principal, workspace)) is { } own
        ? new Actor.Azure(principal.Address, principal, $"Azure Machine Learning, for {own.Address}", stack.Get("workspaces", own.Name, "resourceId"))
        : new Actor.Azure(principal.Address, principal, principal is Principal.Directory ? "anywhere" : "Azure", null);

    // Of several identities, the first one is the workspace's own.
    private static bool ActsFor(Principal principal, Workspace workspace) => (principal, workspace.Identity) switch
    {
        (Principal.OfWorkspace of, _) => of.Workspace.Address == workspace.Address,
        (Principal.Managed managed, IdentityAssignment.UserAssigned { Identities: [var primary, ..] }) => managed.Address == primary.Target.Address,
        _ => false,
    };

    private ImmutableArray<Trust> TrustsOf(Workload workload) =>
    [
        .. plan.Credentials
            .Where(credential => credential.Workload?.Address == workload.Address)
            .Select(credential => new Trust(stack.Get("credentials", credential.Name, "issuer"), credential.Subject.Value, credential.Audience)),
    ];

    private string ResourceId(Compute compute) => stack.Get("computes", compute.Name, "resourceId");

    private string ClientId(Principal principal) => principal switch
    {
        Principal.Managed managed => stack.Get("identities", managed.Identity.Name, "clientId"),
        Principal.ServicePrincipal service => stack.Get("applications", service.Application.Name, "clientId"),
        _ => throw new ArgumentOutOfRangeException(nameof(principal), principal, "A federated workload has an identity or an application."),
    };
}
