using Azure;
using Provisioning.Infra.Access;
using Provisioning.Verification.ControlPlane;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Stacks;

namespace Provisioning.Verification.Checks;

/// <summary>Tells why a grant does not work: its role is not assigned, or is and does not count yet.</summary>
/// <param name="roles">The assignments as Azure has them.</param>
/// <param name="stack">What was deployed.</param>
/// <param name="time">The clock.</param>
internal sealed class GrantDiagnosis(AssignedRoles roles, DeployedStack stack, TimeProvider time)
{
    /// <summary>
    /// How long an assignment may take to be honoured. Azure says up to ten minutes, and a managed identity's token may be a cached one of
    /// before; what takes longer than this has another cause.
    /// </summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Explains a refusal.</summary>
    /// <param name="grant">The grant.</param>
    /// <param name="said">What the service said, in a few words.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    public async Task<Verdict> ExplainAsync(AccessGrant grant, string said, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(grant, cancellationToken) switch
            {
                null => NotAssigned(grant, $"{said}; "),
                { CreatedAt: { } created } when time.GetUtcNow() - created > Longest => new Verdict(
                    Outcome.Wrong,
                    $"{said}, although {grant.Role} was assigned {Elapsed.Text(time.GetUtcNow() - created)} ago",
                    "Look for a condition, a network rule or a deny assignment; the role is not what is missing."),
                var assigned => new Verdict(
                    Outcome.NotYetEffective,
                    $"{said}; {grant.Role} was assigned {(assigned.CreatedAt is { } at ? $"{Elapsed.Text(time.GetUtcNow() - at)} ago" : "already")}",
                    "Wait: Azure takes up to ten minutes. 'provision verify --wait 10m' does that."),
            };
        }
        catch (RequestFailedException failure)
        {
            return new Verdict(
                Outcome.NotGranted,
                $"{said}; the role assignments cannot be read ({failure.Status})",
                "Sign in as somebody with the role Reader to learn whether the role is missing.");
        }
    }

    /// <summary>Whether the role of a grant is assigned, whatever it is good for.</summary>
    /// <param name="grant">The grant.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <exception cref="RequestFailedException">The observer may not read it, or no answer came.</exception>
    public async Task<AssignedRole?> FindAsync(AccessGrant grant, CancellationToken cancellationToken)
    {
        var scope = stack.Get("assignments", grant.Name, "scope");
        var assigned = await roles.OfAsync(scope, stack.Get("assignments", grant.Name, "principalId"), cancellationToken);
        return assigned.FirstOrDefault(role => role.Is(grant.Role.DefinitionId, scope));
    }

    /// <summary>The verdict on a grant whose role is not assigned.</summary>
    /// <param name="grant">The grant.</param>
    /// <param name="before">What to say before it; empty for nothing.</param>
    public static Verdict NotAssigned(AccessGrant grant, string before = "") => grant.IsGrantedByAzure
        ? new Verdict(
            Outcome.NotGranted,
            $"{before}Azure has not assigned {grant.Role} on {grant.Scope.Address}",
            "Azure assigns it when it creates the compute after the registry. Assign it by a grant of the document, or create the compute anew.")
        : new Verdict(
            Outcome.NotGranted,
            $"{before}{grant.Role} on {grant.Scope.Address} is not assigned",
            "Run 'up --refresh': the assignment was removed behind the stack's back, or never made.");
}
