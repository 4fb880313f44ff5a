using System.Collections.Immutable;
using Provisioning.Infra.Access.Rules;
using Provisioning.Infra.Model;

namespace Provisioning.Infra.Access;

/// <summary>
/// Everything that follows from a document about who may do what: role assignments, federated credentials and Deep Lake
/// registrations, each with its reasons. Pure: the same document always gives the same plan.
/// </summary>
/// <param name="Grants">Roles; one per principal, role and scope.</param>
/// <param name="Credentials">Federated credentials, in the order in which they are written.</param>
/// <param name="Registrations">Deep Lake registrations; one per principal and organization.</param>
public sealed record AccessPlan(
    ImmutableArray<AccessGrant> Grants,
    ImmutableArray<CredentialPlan> Credentials,
    ImmutableArray<DeepLakeRegistration> Registrations)
{
    /// <summary>Derives the plan.</summary>
    /// <param name="document">A valid document.</param>
    public static AccessPlan Of(StackDocument document) => new(
        GrantMerging.Merge(
        [
            .. document.Workspaces.SelectMany(workspace => WorkspaceRule.Of(workspace, document)),
            .. document.Workspaces.SelectMany(ConnectionRule.Of),
            .. document.Computes.SelectMany(ComputeRule.Of),
            .. document.Workloads.SelectMany(WorkloadRule.Of),
            .. document.PodIdentities.SelectMany(PodIdentityRule.Of),
            .. document.Grants.Select(DeclaredRule.Of),
        ]),
        CredentialPlan.Of(document),
        DeepLakeRegistration.Of(document));
}
