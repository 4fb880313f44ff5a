using Provisioning.Sandbox.Graph.Applications;

namespace Provisioning.Sandbox.Graph.DeletedItems;

/// <summary><c>POST /directory/deletedItems/{id}/restore</c>: 200 with the application, its ids and credentials unchanged.</summary>
internal static class RestoreDeletedApplication
{
    public static void Map(GraphRoutes routes) =>
        routes.Map(HttpMethod.Post, "/directory/deletedItems/{id}/restore", GraphPermission.WriteApplications, call =>
            call.Directory.RestoreApplication(call.RouteId("id")) is { } application
                ? GraphPage.Single(call, "directoryObjects", ApplicationBody.Write(application))
                : throw GraphException.NotFound(call.Route("id")));
}
