using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Entra.Endpoints;

/// <summary><c>GET /common/discovery/instance</c>: tells MSAL that this host is an authority and has no aliases.</summary>
internal static class InstanceDiscovery
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapAnswer("/common/discovery/instance", ["GET"], http => Answer(http.Request));

    private static IResult Answer(HttpRequest request) => JsonAnswer.Of(new JsonObject
    {
        ["tenant_discovery_endpoint"] = $"{RequestOrigin.Of(request)}/common/v2.0/.well-known/openid-configuration",
        ["api-version"] = "1.1",
        ["metadata"] = new JsonArray(new JsonObject
        {
            ["preferred_network"] = request.Host.Value,
            ["preferred_cache"] = request.Host.Value,
            ["aliases"] = new JsonArray(request.Host.Value),
        }),
    });
}
