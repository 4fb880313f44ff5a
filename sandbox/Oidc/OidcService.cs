using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Oidc;

/// <summary>
/// What the issuers outside of Entra show the world: discovery document and keys. Asking for a token stands for what a cluster or a
/// pipeline does for the workloads it runs.
/// </summary>
internal sealed class OidcService(SandboxContext context) : ISandboxService
{
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public SandboxEndpoint Endpoint => SandboxEndpoint.Admin;

    /// <inheritdoc/>
    public void Map(WebApplication app)
    {
        app.MapGet("/oidc/{name}/.well-known/openid-configuration", (string name) => Answer(name, Discovery));
        app.MapGet("/oidc/{name}/keys", (string name) => Answer(name, Keys));
        app.MapPost("/_sandbox/oidc/{name}/token", (string name, TokenRequest request) => Token(name, request));
    }

    private static object Discovery(OidcIssuer issuer) => new Dictionary<string, object>
    {
        ["issuer"] = issuer.Issuer,
        ["jwks_uri"] = issuer.Issuer + "/keys",
        ["response_types_supported"] = new[] { "id_token" },
        ["subject_types_supported"] = new[] { "public" },
        ["id_token_signing_alg_values_supported"] = new[] { SecurityAlgorithms.RsaSha256 },
    };

    private static object Keys(OidcIssuer issuer)
    {
        var key = issuer.PublicKey;
        return new { keys = new[] { new { kty = key.Kty, use = key.Use, alg = key.Alg, kid = key.Kid, n = key.N, e = key.E } } };
    }

    private IResult Answer(string name, Func<OidcIssuer, object> document) =>
        context.Issuers.Find(name) is { } issuer ? Results.Json(document(issuer)) : Results.NotFound();

    private IResult Token(string name, TokenRequest request) =>
        context.Issuers.Find(name) is { } issuer
            ? Results.Json(new { token = issuer.Issue(request.Subject, request.Audience, TokenLifetime, context.Random.NewGuid()) })
            : Results.NotFound();

    private sealed record TokenRequest(string Subject, string Audience);
}
