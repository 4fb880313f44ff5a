using System.Text.Json.Nodes;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.DeepLake.Endpoints;

/// <summary><c>GET /organizations</c>: the user's organizations, as a bare array.</summary>
internal static class ListOrganizations
{
    public static void Map(DeepLakeRoutes routes) => routes.Map(HttpMethod.Get, "/organizations", call =>
        JsonAnswer.Of(new JsonArray([.. call.Store.ListOrganizations(call.User().Id).Select(OrganizationBody.Write)])));
}
