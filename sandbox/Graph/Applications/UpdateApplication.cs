using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.Graph.Applications;

/// <summary><c>PATCH /applications/{id}</c>: 204; sets the members that are sent.</summary>
internal static class UpdateApplication
{
    public static void Map(GraphRoutes routes) =>
        routes.MapOnApplication(HttpMethod.Patch, "", GraphPermission.WriteApplications, async (call, application) =>
        {
            var body = await call.ReadBodyAsync();
            return call.Directory.UpdateApplication(application.ObjectId, current => ApplicationBody.Apply(body, current)) is null
                ? throw GraphException.NotFound(application.ObjectId.ToString())
                : TypedResults.NoContent();
        });
}
