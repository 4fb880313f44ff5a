using Azure.Core;
using Azure.Identity;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Probes;

namespace Provisioning.Verification.Checks;

/// <summary>The actor is refused what the document does not allow.</summary>
/// <param name="what">What it would do, as an infinitive: <c>to write storage.data/datasets</c>.</param>
/// <param name="probe">Tries to.</param>
/// <param name="credential">The actor.</param>
internal sealed class RefusalCheck(string what, IProbe probe, TokenCredential credential) : ICheck
{
    private const string Remedy = "Find the role that allows it (in the portal: Access control, Check access), and remove it or write it into the document.";

    /// <inheritdoc/>
    public string What => $"is not allowed {what}";

    /// <inheritdoc/>
    public async Task<Verdict> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await probe.AskAsync(credential, cancellationToken) switch
            {
                ProbeAnswer.Refused refused => Verdict.Held(refused.Summary),
                ProbeAnswer.Allowed allowed => new Verdict(Outcome.TooMuch, $"it is allowed: {allowed.Note}", Remedy),
                ProbeAnswer.Missing missing => new Verdict(Outcome.Unchecked, $"{missing.Code}: {missing.Message}", "Create it, or remove it from the document."),
                ProbeAnswer.Unavailable unavailable => new Verdict(Outcome.Unavailable, unavailable.Message, "Check the network and the service, and try again."),
                var other => throw new InvalidOperationException($"Unknown answer {other}."),
            };
        }
        catch (AuthenticationFailedException failure)
        {
            return new Verdict(Outcome.Unavailable, failure.Message.Split('\n')[0].Trim(), "Try again.");
        }
    }
}
