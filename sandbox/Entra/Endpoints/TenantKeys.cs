using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.IdentityModel.Tokens;

namespace Provisioning.Sandbox.Entra.Endpoints;

/// <summary><c>GET /{tenant}/discovery/v2.0/keys</c> and its version 1 sibling: the keys that verify the tenant's tokens.</summary>
internal static class TenantKeys
{
    public static void Map(IEndpointRouteBuilder routes, SigningKey key, TenantNames tenants, EntraErrorWriter errors)
    {
        routes.MapGet("/{tenant}/discovery/v2.0/keys", Answer);
        routes.MapGet("/{tenant}/discovery/keys", Answer);

        IResult Answer(string tenant, HttpContext context) =>
            TenantNames.IsShared(tenant) || tenants.IsOurs(tenant)
                ? TypedResults.Json(Describe(key))
                : errors.Write(EntraErrors.TenantNotFound(tenant), context);
    }

    private static JsonObject Describe(SigningKey key)
    {
        var parameters = key.PublicParameters;
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = JsonWebAlgorithmsKeyTypes.RSA,
                ["use"] = JsonWebKeyUseNames.Sig,
                ["alg"] = SecurityAlgorithms.RsaSha256,
                ["kid"] = key.SecurityKey.KeyId,
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            }),
        };
    }
}
