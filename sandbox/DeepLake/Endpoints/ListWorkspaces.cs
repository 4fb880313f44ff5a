using System.Text.Json.Nodes;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.DeepLake.Endpoints;

/// <summary><c>GET /workspaces</c>: the workspaces of the caller's organization. Proves that a workload's Azure token is accepted.</summary>
internal static class ListWorkspaces
{
    public static void Map(DeepLakeRoutes routes) => routes.Map(HttpMethod.Get, "/workspaces", call =>
        JsonAnswer.Of(new JsonObject
        {
            ["data"] = new JsonArray([.. call.Store.ListWorkspaces(call.CurrentOrganization())
                .Select(workspace => new JsonObject { ["id"] = workspace.Id, ["name"] = workspace.Name })]),
        }));
}
