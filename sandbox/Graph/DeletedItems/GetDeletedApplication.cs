using Provisioning.Sandbox.Graph.Applications;

namespace Provisioning.Sandbox.Graph.DeletedItems;

/// <summary><c>GET /directory/deletedItems/{id}</c>: a deleted application.</summary>
internal static class GetDeletedApplication
{
    public static void Map(GraphRoutes routes) =>
        routes.Map(HttpMethod.Get, "/directory/deletedItems/{id}", GraphPermission.ReadApplications, call =>
            call.Directory.FindDeletedApplication(call.RouteId("id")) is { } application
                ? GraphPage.Single(call, "directoryObjects", ApplicationBody.Write(application))
                : throw GraphException.NotFound(call.Route("id")));
}
