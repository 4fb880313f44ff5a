using System.Collections.Immutable;
using Provisioning.Infra.Access;
using Provisioning.Infra.Model;

namespace Provisioning.Verification.Actors;

/// <summary>Somebody who acts as an identity of the stack, from the place where he gets that identity.</summary>
/// <param name="Name">How the document calls him: <c>workloads.train</c>, <c>computes.cpu</c>.</param>
/// <param name="Principal">As whom he acts.</param>
/// <param name="RunsOn">Where he runs, in a few words.</param>
public abstract record Actor(string Name, Principal Principal, string RunsOn)
{
    /// <summary>A workload that exchanges tokens of its platform.</summary>
    /// <param name="Workload">The workload.</param>
    /// <param name="ClientId">Client id of its identity.</param>
    /// <param name="Trusts">The tokens it may come with; one at least.</param>
    /// <param name="RunsOn">Where it runs.</param>
    public sealed record Federated(Workload Workload, string ClientId, ImmutableArray<Trust> Trusts, string RunsOn)
        : Actor(Workload.Address, Principal.Of(Workload), RunsOn);

    /// <summary>A job or service on a compute of Azure Machine Learning, which asks the compute's managed-identity endpoint.</summary>
    /// <param name="Name">How the document calls it.</param>
    /// <param name="Principal">As whom it acts.</param>
    /// <param name="RunsOn">Where it runs.</param>
    /// <param name="ResourceId">Id of the compute.</param>
    /// <param name="ClientId">Client id to ask for; null to take the compute's default identity.</param>
    /// <param name="PrincipalId">Object id of the identity, by which its tokens are known.</param>
    public sealed record OnCompute(string Name, Principal Principal, string RunsOn, string ResourceId, string? ClientId, string PrincipalId)
        : Actor(Name, Principal, RunsOn);

    /// <summary>The kubelet of an AKS cluster's nodes, which pulls images.</summary>
    /// <param name="Name">How the document calls it.</param>
    /// <param name="Principal">As whom it acts.</param>
    /// <param name="RunsOn">Where it runs.</param>
    /// <param name="ClusterId">Id of the cluster.</param>
    public sealed record OnNode(string Name, Principal Principal, string RunsOn, string ClusterId)
        : Actor(Name, Principal, RunsOn);

    /// <summary>A pod that gets its identity from AAD Pod Identity.</summary>
    /// <param name="Binding">The binding.</param>
    /// <param name="RunsOn">Where it runs.</param>
    /// <param name="ClusterId">Id of the cluster.</param>
    /// <param name="IdentityId">Id of the identity.</param>
    /// <param name="ClientId">Client id of the identity.</param>
    public sealed record InPod(PodIdentity Binding, string RunsOn, string ClusterId, string IdentityId, string ClientId)
        : Actor(Binding.Address, new Principal.Managed(Binding.Identity.Target), RunsOn);

    /// <summary>An identity that only Azure itself acts as: of a workspace, of a build task, for encryption at rest.</summary>
    /// <param name="Name">How the document calls it.</param>
    /// <param name="Principal">As whom it acts.</param>
    /// <param name="RunsOn">Where it runs.</param>
    /// <param name="WorkspaceId">Id of the workspace that Azure Machine Learning acts for; null when it is another service.</param>
    public sealed record Azure(string Name, Principal Principal, string RunsOn, string? WorkspaceId) : Actor(Name, Principal, RunsOn);
}
