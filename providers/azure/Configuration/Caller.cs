using System.Buffers.Text;
using Azure.Core;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Configuration;

/// <summary>Who a credential is, from the claims of its tokens.</summary>
/// <param name="ClientId">The application that signed in.</param>
/// <param name="ObjectId">The object id of the user or service principal; empty when the token does not say.</param>
/// <param name="TenantId">The tenant.</param>
internal sealed record Caller(string ClientId, string ObjectId, string TenantId)
{
    /// <summary>Asks for a token and reads its claims. The token's signature is its audience's business.</summary>
    public static async Task<Caller> FindAsync(TokenCredential credential, string scope, CancellationToken cancellationToken)
    {
        var token = await credential.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken);
        var claims = ClaimsOf(token.Token);
        return new Caller(
            claims.TextAt("appid") ?? claims.TextAt("azp") ?? "",
            claims.TextAt("oid") ?? "",
            claims.TextAt("tid") ?? "");
    }

    private static PropertyMap ClaimsOf(string token)
    {
        var parts = token.Split('.');
        return parts.Length == 3 && Base64Url.IsValid(parts[1])
            ? JsonValues.ParseObject(BinaryData.FromBytes(Base64Url.DecodeFromChars(parts[1])))
            : PropertyMap.Empty;
    }
}
