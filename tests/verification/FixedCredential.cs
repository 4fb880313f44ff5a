using Azure.Core;

namespace Provisioning.Verification.Tests;

/// <summary>Somebody whose token is always the same, or who gets none.</summary>
/// <param name="token">The token.</param>
/// <param name="failure">Why there is none; null when there is one.</param>
internal sealed class FixedCredential(string token = "token", Exception? failure = null) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        failure is null ? new AccessToken(token, DateTimeOffset.MaxValue) : throw failure;

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        failure is null ? new(new AccessToken(token, DateTimeOffset.MaxValue)) : new(Task.FromException<AccessToken>(failure));
}
