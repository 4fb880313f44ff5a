using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Entra.Endpoints;

/// <summary><c>POST /{tenant}/oauth2/v2.0/token</c>: a token for a client that proves itself by an assertion.</summary>
internal static class TokenEndpoint
{
    public static void Map(IEndpointRouteBuilder routes, ClientCredentialsGrant grant, TenantNames tenants, EntraErrorWriter errors) =>
        routes.MapAnswer("/{tenant}/oauth2/v2.0/token", ["POST"], async http =>
            await RedeemAsync(http.Route("tenant"), http.Request, grant, tenants, http.RequestAborted) switch
            {
                TokenOutcome.Granted granted => Answer(granted.Token, http.Response),
                TokenOutcome.Refused refused => errors.Write(refused.Error, http),
                var unhandled => throw new InvalidOperationException($"Unhandled outcome {unhandled.GetType()}."),
            });

    private static async Task<TokenOutcome> RedeemAsync(
        string tenant, HttpRequest request, ClientCredentialsGrant grant, TenantNames tenants, CancellationToken cancellationToken)
    {
        if (TenantNames.IsShared(tenant))
            return new TokenOutcome.Refused(EntraErrors.TenantMustBeNamed(tenant));
        if (!tenants.IsOurs(tenant))
            return new TokenOutcome.Refused(EntraErrors.TenantNotFound(tenant));
        if (!request.HasFormContentType)
            return new TokenOutcome.Refused(EntraErrors.ParameterMissing("grant_type"));

        var form = await request.ReadFormAsync(cancellationToken);
        return await grant.RedeemAsync(TokenRequest.Read(form));
    }

    private static IResult Answer(AccessToken token, HttpResponse response)
    {
        response.Headers.CacheControl = "no-store, no-cache";
        return JsonAnswer.Of(new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = (long)token.ExpiresIn.TotalSeconds,
            ["ext_expires_in"] = (long)token.ExpiresIn.TotalSeconds,
            ["access_token"] = token.Value,
        });
    }
}
