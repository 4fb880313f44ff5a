using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;
using Provisioning.Sandbox.Admin;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Oidc;

/// <summary>
/// What the issuers outside of Entra show the world: discovery document and keys. Asking for a token stands for what a cluster or a
/// pipeline does for the workloads it runs, and may be done of any issuer whose keys nobody else holds.
/// </summary>
internal sealed class OidcService(SandboxContext context) : ISandboxService
{
    private readonly IssuerKeys _keys = new(context);

    /// <inheritdoc/>
    public SandboxEndpoint Endpoint => SandboxEndpoint.Admin;

    /// <inheritdoc/>
    public void Map(WebApplication app)
    {
        app.MapGet("/oidc/{name}/.well-known/openid-configuration", (string name) => Answer(name, Discovery));
        app.MapGet("/oidc/{name}/keys", (string name) => Answer(name, Keys));
        app.MapPost("/_sandbox/oidc/tokens", TokenAsync);
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

    private async Task<IResult> TokenAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        var (request, refusal) = OidcTokenRequest.Read(await AdminBody.ReadAsync(http, cancellationToken), context);
        if (request is null)
            return Results.BadRequest(refusal);
        if (_keys.IsRegistered(request.Issuer))
            return Results.Conflict($"The keys of '{request.Issuer}' were registered, so that only their holder can sign its tokens.");
        return context.Issuers.GetByIssuer(request.Issuer) is { } issuer
            ? Results.Json(new { token = issuer.Issue(request.Token) })
            : Results.NotFound($"The sandbox runs no issuer '{request.Issuer}'. A cluster's issuer exists once the cluster publishes it.");
    }
}
