using System.Buffers.Text;
using System.Text.Json;

namespace Provisioning.Verification.Platforms;

/// <summary>
/// The claims of a token, read to learn whose it is. Nothing is verified: who accepts the token does that. The token itself is not kept.
/// </summary>
internal sealed class TokenClaims
{
    private readonly JsonElement claims;

    private TokenClaims(JsonElement claims) => this.claims = claims;

    /// <summary>Reads a token in JWS compact form; null for anything else.</summary>
    /// <param name="token">The token.</param>
    public static TokenClaims? Of(string token)
    {
        if (token.Trim().Split('.') is not [_, var payload, _] || !Base64Url.IsValid(payload))
            return null;
        try
        {
            var claims = JsonElement.Parse(Base64Url.DecodeFromChars(payload));
            return claims.ValueKind is JsonValueKind.Object ? new TokenClaims(claims) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A claim that is a text, or the first text of one that is a list; empty when there is none.</summary>
    /// <param name="name">The claim, such as <c>sub</c>.</param>
    public string Text(string name)
    {
        if (!claims.TryGetProperty(name, out var value))
            return "";
        if (value.ValueKind is JsonValueKind.Array && value.GetArrayLength() > 0)
            value = value[0];
        return value.ValueKind is JsonValueKind.String ? value.GetString() ?? "" : "";
    }
}
