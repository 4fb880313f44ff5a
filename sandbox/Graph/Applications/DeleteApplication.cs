using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.Graph.Applications;

/// <summary><c>DELETE /applications/{id}</c>: 204; the application moves to the deleted items and its service principal is gone.</summary>
internal static class DeleteApplication
{
    public static void Map(GraphRoutes routes) =>
        routes.MapOnApplication(HttpMethod.Delete, "", GraphPermission.WriteApplications, (call, application) =>
            Task.FromResult<IResult>(call.Directory.DeleteApplication(application.ObjectId)
                ? TypedResults.NoContent()
                : throw GraphException.NotFound(application.ObjectId.ToString())));
}
