using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.IdentityModel.Tokens;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Entra.Endpoints;

/// <summary><c>GET /{tenant}/discovery/v2.0/keys</c> and its version 1 sibling: the keys that verify the tenant's tokens.</summary>
internal static class TenantKeys
{
    public static void Map(IEndpointRouteBuilder routes, SigningKey key, TenantNames tenants, EntraErrorWriter errors)
    {
        routes.MapAnswer("/{tenant}/discovery/v2.0/keys", ["GET"], Answer);
        routes.MapAnswer("/{tenant}/discovery/keys", ["GET"], Answer);

        IResult Answer(HttpContext http)
        {
            var tenant = http.Route("tenant");
            return TenantNames.IsShared(tenant) || tenants.IsOurs(tenant)
                ? JsonAnswer.Of(Describe(key))
                : errors.Write(EntraErrors.TenantNotFound(tenant), http);
        }
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
