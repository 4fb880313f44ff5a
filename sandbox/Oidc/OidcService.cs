using System.Text.Json.Nodes;
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
        app.MapAnswer("/oidc/{name}/.well-known/openid-configuration", ["GET"], http => Answer(http, Discovery));
        app.MapAnswer("/oidc/{name}/keys", ["GET"], http => Answer(http, Keys));
        app.MapAnswer("/_sandbox/oidc/tokens", ["POST"], TokenAsync);
    }

    private static JsonObject Discovery(OidcIssuer issuer) => new()
    {
        ["issuer"] = issuer.Issuer,
        ["jwks_uri"] = issuer.Issuer + "/keys",
        ["response_types_supported"] = new JsonArray("id_token"),
        ["subject_types_supported"] = new JsonArray("public"),
        ["id_token_signing_alg_values_supported"] = new JsonArray(SecurityAlgorithms.RsaSha256),
    };

    private static JsonObject Keys(OidcIssuer issuer)
    {
        var key = issuer.PublicKey;
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = key.Kty,
                ["use"] = key.Use,
                ["alg"] = key.Alg,
                ["kid"] = key.Kid,
                ["n"] = key.N,
                ["e"] = key.E,
            }),
        };
    }

    private IResult Answer(HttpContext http, Func<OidcIssuer, JsonObject> document) =>
        context.Issuers.Find(http.Route("name")) is { } issuer ? JsonAnswer.Of(document(issuer)) : TypedResults.NotFound();

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var (request, refusal) = OidcTokenRequest.Read(await AdminBody.ReadAsync(http.Request, http.RequestAborted), context);
        if (request is null)
            return JsonAnswer.Of(refusal, 400);
        if (_keys.IsRegistered(request.Issuer))
            return JsonAnswer.Of($"The keys of '{request.Issuer}' were registered, so that only their holder can sign its tokens.", 409);
        return context.Issuers.GetByIssuer(request.Issuer) is { } issuer
            ? JsonAnswer.Of(new JsonObject { ["token"] = issuer.Issue(request.Token) })
            : JsonAnswer.Of($"The sandbox runs no issuer '{request.Issuer}'. A cluster's issuer exists once the cluster publishes it.", 404);
    }
}
