using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.Graph.DeletedItems;

/// <summary><c>DELETE /directory/deletedItems/{id}</c>: 204; the application's unique name and identifier URIs are free again.</summary>
internal static class PurgeDeletedApplication
{
    public static void Map(GraphRoutes routes) =>
        routes.Map(HttpMethod.Delete, "/directory/deletedItems/{id}", GraphPermission.WriteApplications, call =>
            call.Directory.PurgeApplication(call.RouteId("id"))
                ? TypedResults.NoContent()
                : throw GraphException.NotFound(call.Route("id")));
}
