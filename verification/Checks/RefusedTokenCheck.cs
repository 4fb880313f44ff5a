using System.Collections.Immutable;
using Azure.Core;
using Azure.Identity;
using Provisioning.Verification.Findings;

namespace Provisioning.Verification.Checks;

/// <summary>Entra refuses a platform token that is not the actor's, for the right reason.</summary>
/// <param name="what">Whose token it is: <c>with another subject</c>.</param>
/// <param name="credential">Signs in with that token.</param>
/// <param name="scope">The scope of the token asked for.</param>
/// <param name="expected">The codes that say the right reason.</param>
internal sealed class RefusedTokenCheck(string what, TokenCredential credential, string scope, ImmutableArray<int> expected) : ICheck
{
    /// <inheritdoc/>
    public string What => $"is refused {what}";

    /// <inheritdoc/>
    public async Task<Verdict> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await credential.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken);
            return new Verdict(
                Outcome.TooMuch, "Entra gave a token", "Look for a federated credential of this identity that the document does not have, and delete it.");
        }
        catch (AuthenticationFailedException failure)
        {
            return EntraRefusal.CodeOf(failure) switch
            {
                0 => new Verdict(Outcome.Unavailable, failure.Message.Split('\n')[0].Trim(), "Try again."),
                var code when expected.Contains(code) => Verdict.Held($"AADSTS{code}"),
                var code => new Verdict(
                    Outcome.Wrong,
                    $"AADSTS{code} instead of AADSTS{expected[0]}",
                    "It was refused for another reason, which proves nothing. docs/scenarios/federation.md lists the codes of Entra."),
            };
        }
    }
}
