using System.Buffers.Text;
using System.Text;
using Azure.Core;

namespace Provisioning.Providers.Azure.Tests.Fakes;

/// <summary>A credential whose tokens carry given claims and no signature.</summary>
internal sealed class FakeCredential(string claims) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new($"{Encode("{}")}.{Encode(claims)}.{Encode("none")}", DateTimeOffset.MaxValue);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
