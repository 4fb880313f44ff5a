using System.Text.Json.Nodes;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.DeepLake.Endpoints;

/// <summary><c>GET /organizations/{id}</c>: one organization, wrapped, for its members.</summary>
internal static class GetOrganization
{
    public static void Map(DeepLakeRoutes routes) => routes.Map(HttpMethod.Get, "/organizations/{organization}", call =>
        JsonAnswer.Of(new JsonObject { ["organization"] = OrganizationBody.Write(call.Organization()) }));
}
