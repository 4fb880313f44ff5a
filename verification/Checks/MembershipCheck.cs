using Azure.Core;
using Azure.Identity;
using Provisioning.Infra.Access;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Platforms;
using Provisioning.Verification.Probes;
using Provisioning.Verification.Stacks;

namespace Provisioning.Verification.Checks;

/// <summary>The actor is a member of a Deep Lake organization.</summary>
/// <param name="registration">What makes it one.</param>
/// <param name="probe">Calls as a member.</param>
/// <param name="credential">The actor.</param>
/// <param name="stack">What was deployed.</param>
internal sealed class MembershipCheck(
    DeepLakeRegistration registration, IProbe probe, TokenCredential credential, DeployedStack stack) : ICheck
{
    /// <inheritdoc/>
    public string What => $"calls {registration.Organization.Address}";

    /// <inheritdoc/>
    public async Task<Verdict> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await probe.AskAsync(credential, cancellationToken) switch
            {
                ProbeAnswer.Allowed allowed => Verdict.Held(allowed.Note),
                ProbeAnswer.Refused refused => await ExplainAsync(refused, cancellationToken),
                ProbeAnswer.Missing missing => new Verdict(Outcome.Wrong, $"{missing.Code}: {missing.Message}", "Correct the organization's id in the document."),
                ProbeAnswer.Unavailable unavailable => new Verdict(Outcome.Unavailable, unavailable.Message, "Check the network and Deep Lake's address, and try again."),
                var other => throw new InvalidOperationException($"Unknown answer {other}."),
            };
        }
        catch (AuthenticationFailedException failure)
        {
            return new Verdict(Outcome.Wrong, failure.Message.Split('\n')[0].Trim(), "Deep Lake takes tokens for Azure Resource Manager; check that the identity gets one.");
        }
    }

    // Deep Lake compares the token's client id with the registered one. On a compute with several identities they may differ.
    private async Task<Verdict> ExplainAsync(ProbeAnswer.Refused refused, CancellationToken cancellationToken)
    {
        var said = refused.Summary;
        var registered = stack.Get("registrations", registration.Name, "clientId");
        var token = await credential.GetTokenAsync(new TokenRequestContext([VerificationTarget.DeepLakeScope]), cancellationToken);
        var presented = TokenClaims.Of(token.Token)?.Text("appid") ?? "";
        return registered.Equals(presented, StringComparison.OrdinalIgnoreCase)
            ? new Verdict(Outcome.NotGranted, $"{said} ({refused.Message}); the client is {registered}", "Run 'up --refresh': the registration was removed behind the stack's back.")
            : new Verdict(
                Outcome.Wrong,
                $"{said}; the token is of client {presented}, and {registered} is registered",
                "Set AZURE_CLIENT_ID as 'provision env' prints it, or register the other identity too.");
    }
}
