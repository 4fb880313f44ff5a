using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Entra.Endpoints;

/// <summary>
/// <c>GET /{tenant}/v2.0/.well-known/openid-configuration</c>: where the tenant's endpoints and keys are. The version 1 sibling names the
/// issuer of version 1 tokens, which all access tokens here are.
/// </summary>
internal static class OpenIdConfiguration
{
    public static void Map(IEndpointRouteBuilder routes, TenantNames tenants, EntraErrorWriter errors)
    {
        routes.MapAnswer("/{tenant}/.well-known/openid-configuration", ["GET"], http =>
        {
            var tenant = http.Route("tenant");
            return tenants.IsOurs(tenant) ? DescribeVersion1(tenant, tenants.TenantId, http.Request)
                : errors.Write(EntraErrors.TenantNotFound(tenant), http);
        });
        routes.MapAnswer("/{tenant}/v2.0/.well-known/openid-configuration", ["GET"], http =>
        {
            var tenant = http.Route("tenant");
            return TenantNames.IsShared(tenant) ? Describe(tenant, "{tenantid}", http.Request)
                : tenants.IsOurs(tenant) ? Describe(tenant, tenants.TenantId.ToString(), http.Request)
                : errors.Write(EntraErrors.TenantNotFound(tenant), http);
        });
    }

    private static IResult DescribeVersion1(string tenant, Guid tenantId, HttpRequest request) => JsonAnswer.Of(new JsonObject
    {
        ["issuer"] = TokenIssuer.IssuerOf(tenantId),
        ["jwks_uri"] = $"{RequestOrigin.Of(request)}/{tenant}/discovery/keys",
        ["response_types_supported"] = new JsonArray("id_token"),
        ["subject_types_supported"] = new JsonArray("pairwise"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
    });

    private static IResult Describe(string tenant, string issuerTenant, HttpRequest request)
    {
        var authority = $"{RequestOrigin.Of(request)}/{tenant}";
        return JsonAnswer.Of(new JsonObject
        {
            ["issuer"] = $"{RequestOrigin.Of(request)}/{issuerTenant}/v2.0",
            ["token_endpoint"] = $"{authority}/oauth2/v2.0/token",
            ["authorization_endpoint"] = $"{authority}/oauth2/v2.0/authorize",
            ["device_authorization_endpoint"] = $"{authority}/oauth2/v2.0/devicecode",
            ["end_session_endpoint"] = $"{authority}/oauth2/v2.0/logout",
            ["jwks_uri"] = $"{authority}/discovery/v2.0/keys",
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "private_key_jwt", "client_secret_basic"),
            ["response_modes_supported"] = new JsonArray("query", "fragment", "form_post"),
            ["response_types_supported"] = new JsonArray("code", "id_token", "code id_token", "id_token token"),
            ["subject_types_supported"] = new JsonArray("pairwise"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["scopes_supported"] = new JsonArray("openid", "profile", "email", "offline_access"),
        });
    }
}
