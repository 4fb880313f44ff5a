using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Oidc;

/// <summary>Who is asked to sign which token, as the body of <c>POST /_sandbox/oidc/tokens</c> says.</summary>
/// <param name="Issuer">The <c>iss</c>, byte for byte.</param>
/// <param name="Token">The token.</param>
internal sealed record OidcTokenRequest(string Issuer, OidcToken Token)
{
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(1);

    /// <summary>Reads the body.</summary>
    /// <param name="body">The body; null when it is no JSON object.</param>
    /// <param name="context">Clock, and source of the token's id.</param>
    /// <returns>The request, or what is wrong with the body.</returns>
    public static (OidcTokenRequest? Request, string? Refusal) Read(JsonObject? body, SandboxContext context)
    {
        if (body is null)
            return (null, "The body must be a JSON object with the members 'issuer', 'subject' and 'audience'.");
        if (body.TextAt("issuer") is not { } issuer || !IsIssuer(issuer))
            return (null, "The member 'issuer' must be the https address that the token's 'iss' shall have, to the last slash.");
        if (body.TextAt("subject") is not { Length: > 0 } subject)
            return (null, "The member 'subject' must be the text that the token's 'sub' shall have.");
        if (body.TextAt("audience") is not { Length: > 0 } audience)
            return (null, "The member 'audience' must be the text that the token's 'aud' shall have.");
        if (ReadInstant(body, "validFrom", context.Now) is not { } validFrom || ReadInstant(body, "validUntil", context.Now + DefaultLifetime) is not { } validUntil)
            return (null, "The members 'validFrom' and 'validUntil' must be times of ISO 8601, such as 2026-03-01T12:00:00Z, or be left out.");
        if (validUntil <= validFrom)
            return (null, "The member 'validUntil' must be later than 'validFrom'; left out, they are an hour from now and now.");
        if (!TryReadClaims(body, out var claims))
            return (null, $"The member 'claims' must be an object without the claims that have members of their own or follow from them: {string.Join(", ", OidcToken.Reserved)}.");

        var token = OidcToken.ValidFor(DefaultLifetime, subject, audience, context) with { ValidFrom = validFrom, ValidUntil = validUntil, Claims = claims };
        return (new OidcTokenRequest(issuer, token), null);
    }

    private static bool IsIssuer(string text) =>
        text.StartsWith("https://", StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out _);

    private static DateTimeOffset? ReadInstant(JsonObject body, string name, DateTimeOffset otherwise)
    {
        if (!body.ContainsKey(name))
            return otherwise;
        return body[name] is JsonValue value && value.TryGetValue<DateTimeOffset>(out var instant) ? instant : null;
    }

    private static bool TryReadClaims(JsonObject body, out JsonObject claims)
    {
        claims = body.ObjectAt("claims") ?? [];
        return (!body.ContainsKey("claims") || body["claims"] is JsonObject) && !OidcToken.Reserved.Any(claims.ContainsKey);
    }
}
