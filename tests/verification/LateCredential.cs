using Azure.Core;
using Azure.Identity;

namespace Provisioning.Verification.Tests;

/// <summary>Somebody whom Entra refuses until something has come about, and who counts his attempts.</summary>
/// <param name="isDue">Whether it has.</param>
/// <param name="code">The code of the refusal; 0 for none.</param>
internal sealed class LateCredential(Func<bool> isDue, int code) : TokenCredential
{
    private int asked;

    /// <summary>Somebody who is always refused, to whom something happens on the way.</summary>
    public LateCredential(Action happening, int code)
        : this(
            () =>
            {
                happening();
                return false;
            },
            code)
    {
    }

    /// <summary>How often a token was asked for.</summary>
    public int Asked => asked;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref asked);
        return isDue() ? new AccessToken("token", DateTimeOffset.MaxValue) : throw new AuthenticationFailedException(code == 0 ? "no identity" : $"AADSTS{code}: no.");
    }

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        return GetToken(requestContext, cancellationToken);
    }
}
