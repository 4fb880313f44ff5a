using Azure;
using Provisioning.Infra.Access;
using Provisioning.Verification.Findings;

namespace Provisioning.Verification.Checks;

/// <summary>A role is assigned. This is all that can be seen of a role that no probe uses, and of an identity that only Azure acts as.</summary>
/// <param name="grant">The role.</param>
/// <param name="diagnosis">Finds the assignment.</param>
internal sealed class AssignmentCheck(AccessGrant grant, GrantDiagnosis diagnosis) : ICheck
{
    /// <inheritdoc/>
    public string What => $"has {grant.Role} on {grant.Scope.Address}";

    /// <inheritdoc/>
    public async Task<Verdict> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await diagnosis.FindAsync(grant, cancellationToken) is null
                ? GrantDiagnosis.NotAssigned(grant)
                : Verdict.Held(grant.IsGrantedByAzure ? "assigned by Azure" : "assigned");
        }
        catch (RequestFailedException failure)
        {
            return new Verdict(Outcome.Unchecked, $"the role assignments cannot be read ({failure.Status})", "Sign in as somebody with the role Reader.");
        }
    }
}
