using System.Text.Json.Nodes;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.DeepLake.Endpoints;

/// <summary><c>GET /health</c> and <c>GET /ready</c>: the only operations that want no token.</summary>
internal static class Health
{
    public static void Map(DeepLakeRoutes routes)
    {
        routes.MapOpen("/health", () => JsonAnswer.Of(new JsonObject { ["status"] = "ok" }));
        routes.MapOpen("/ready", () => JsonAnswer.Of(new JsonObject { ["status"] = "ready" }));
    }
}
