using System.Collections.Immutable;
using Azure;
using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Provisioning.Verification.ControlPlane;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Stacks;

namespace Provisioning.Verification.Checks;

/// <summary>A principal of the stack has no role beyond those that the document gives it, in the subscriptions that the stack touches.</summary>
/// <param name="principalId">Object id of the principal.</param>
/// <param name="grants">What the document gives it.</param>
/// <param name="roles">The assignments as Azure has them.</param>
/// <param name="stack">What was deployed.</param>
internal sealed class SurplusCheck(string principalId, ImmutableArray<AccessGrant> grants, AssignedRoles roles, DeployedStack stack) : ICheck
{
    /// <inheritdoc/>
    public string What => "has no other role";

    /// <inheritdoc/>
    public async Task<Verdict> TryAsync(CancellationToken cancellationToken)
    {
        var declared = grants.Select(grant => (Role: grant.Role.DefinitionId, Scope: stack.Get("assignments", grant.Name, "scope"))).ToList();
        try
        {
            var assigned = new List<AssignedRole>(await roles.OfAsync(principalId, cancellationToken));
            foreach (var (_, scope) in declared)
                assigned.AddRange(await roles.OfAsync(scope, principalId, cancellationToken));
            return assigned.Find(role => !declared.Exists(one => role.Is(one.Role, one.Scope))) is { } surplus
                ? TooMuch(surplus)
                : Verdict.Held(Count(declared.Count));
        }
        catch (RequestFailedException failure)
        {
            return new Verdict(Outcome.Unchecked, $"the role assignments cannot be read ({failure.Status})", "Sign in as somebody with the role Reader.");
        }
    }

    private static string Count(int declared) => declared switch
    {
        0 => "no role",
        1 => "1 role, of the document",
        _ => $"{declared} roles, all of the document",
    };

    private static Verdict TooMuch(AssignedRole surplus) => new(
        Outcome.TooMuch,
        $"it also has {BuiltInRoles.WithId(surplus.RoleDefinitionId)} on {surplus.Scope}",
        "Remove the assignment, or write it into the document under 'grants' with its reason.");
}
