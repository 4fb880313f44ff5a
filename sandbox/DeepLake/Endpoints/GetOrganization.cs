using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.DeepLake.Endpoints;

/// <summary><c>GET /organizations/{id}</c>: one organization, wrapped, for its members.</summary>
internal static class GetOrganization
{
    public static void Map(DeepLakeRoutes routes) => routes.Map(HttpMethod.Get, "/organizations/{organization}", call =>
        TypedResults.Json(new JsonObject { ["organization"] = OrganizationBody.Write(call.Organization()) }));
}
