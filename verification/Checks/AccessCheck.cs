using Azure.Core;
using Azure.Identity;
using Provisioning.Infra.Access;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Probes;

namespace Provisioning.Verification.Checks;

/// <summary>The actor may do what a grant of the document allows.</summary>
/// <param name="what">What it does: <c>pulls from registries.private</c>.</param>
/// <param name="probe">Does it.</param>
/// <param name="credential">The actor.</param>
/// <param name="grant">What allows it.</param>
/// <param name="diagnosis">Explains a refusal.</param>
internal sealed class AccessCheck(string what, IProbe probe, TokenCredential credential, AccessGrant grant, GrantDiagnosis diagnosis) : ICheck
{
    /// <inheritdoc/>
    public string What => what;

    /// <inheritdoc/>
    public async Task<Verdict> TryAsync(CancellationToken cancellationToken)
    {
        var (answer, failure) = await AskAsync(cancellationToken);
        return answer switch
        {
            null => new Verdict(Outcome.Wrong, $"no token for this service: {failure}", "Check that the service exists in this cloud."),
            ProbeAnswer.Allowed allowed => Verdict.Held(allowed.Note),
            ProbeAnswer.Refused refused => await diagnosis.ExplainAsync(grant, refused.Summary, cancellationToken),
            ProbeAnswer.Missing missing => new Verdict(
                Outcome.Wrong, $"{missing.Code}: {missing.Message}", $"Create it, or correct {grant.Scope.Address} in the document."),
            ProbeAnswer.Unavailable unavailable => new Verdict(Outcome.Unavailable, unavailable.Message, "Check the network and the service, and try again."),
            var other => throw new InvalidOperationException($"Unknown answer {other}."),
        };
    }

    // Apart from the diagnosis, whose own sign-in is the observer's and not the actor's.
    private async Task<(ProbeAnswer? Answer, string Failure)> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await probe.AskAsync(credential, cancellationToken), "");
        }
        catch (AuthenticationFailedException failure)
        {
            return (null, failure.Message.Split('\n')[0].Trim());
        }
    }
}
