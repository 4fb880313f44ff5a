using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Graph.Applications;

/// <summary>
/// <c>PATCH /applications/{id}</c>: 204; sets the members that are sent. With <c>Prefer: create-if-missing</c> a unique name that no
/// application has is created: 201. Writes know of applications that readers do not see yet.
/// </summary>
internal static class UpdateApplication
{
    public static void Map(GraphRoutes routes)
    {
        routes.MapOnApplicationById(HttpMethod.Patch, "", GraphPermission.WriteApplications, UpdateAsync);
        routes.Map(HttpMethod.Patch, $"/{ApplicationPaths.Set}(uniqueName='{{uniqueName}}')", GraphPermission.WriteApplications, async call =>
            (ApplicationPaths.FindByUniqueName(call), call.PrefersCreation) switch
            {
                (null, true) => await CreateAsync(call),
                ({ } application, true) => await UpdateAsync(call, application),
                (var application, false) => await UpdateAsync(call, call.Visible(application, call.Route("uniqueName"))),
            });
    }

    private static async Task<IResult> UpdateAsync(GraphCall call, Application application)
    {
        var body = await call.ReadBodyAsync();
        return call.Directory.UpdateApplication(application.ObjectId, current => ApplicationBody.Apply(body, current)) is null
            ? throw GraphException.NotFound(application.ObjectId.ToString())
            : TypedResults.NoContent();
    }

    private static async Task<IResult> CreateAsync(GraphCall call)
    {
        var body = await call.ReadBodyAsync();
        var application = call.Directory.CreateApplication(
            ApplicationBody.DisplayName(body), created => ApplicationBody.Apply(body, created) with { UniqueName = call.Route("uniqueName") });
        return GraphPage.Single(call, ApplicationPaths.Set, ApplicationBody.Write(application), StatusCodes.Status201Created);
    }
}
