using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.DeepLake.Endpoints;

/// <summary><c>GET /health</c> and <c>GET /ready</c>: the only operations that want no token.</summary>
internal static class Health
{
    public static void Map(DeepLakeRoutes routes)
    {
        routes.MapOpen("/health", () => TypedResults.Json(new { status = "ok" }));
        routes.MapOpen("/ready", () => TypedResults.Json(new { status = "ready" }));
    }
}
