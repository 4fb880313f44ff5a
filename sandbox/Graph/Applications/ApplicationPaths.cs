using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Graph.Applications;

/// <summary>The ways to name an application in a path: by object id, by client id, by unique name.</summary>
internal static class ApplicationPaths
{
    /// <summary>The entity set.</summary>
    public const string Set = "applications";

    /// <summary>Adds an operation on one application under each of its paths; one that readers do not see is not found.</summary>
    /// <param name="routes">Where to add it.</param>
    /// <param name="method">Its HTTP method.</param>
    /// <param name="suffix">What follows the application in the path.</param>
    /// <param name="permission">What it demands.</param>
    /// <param name="operation">What it does.</param>
    public static void MapOnApplication(
        this GraphRoutes routes, HttpMethod method, string suffix, GraphPermission permission, Func<GraphCall, Application, Task<IResult>> operation)
    {
        routes.MapOnApplicationById(method, suffix, permission, operation);
        routes.Map(method, $"/{Set}(uniqueName='{{uniqueName}}'){suffix}", permission, call =>
            operation(call, call.Visible(FindByUniqueName(call), call.Route("uniqueName"))));
    }

    /// <summary>The same under the paths by object id and by client id alone.</summary>
    /// <param name="routes">Where to add it.</param>
    /// <param name="method">Its HTTP method.</param>
    /// <param name="suffix">What follows the application in the path.</param>
    /// <param name="permission">What it demands.</param>
    /// <param name="operation">What it does.</param>
    public static void MapOnApplicationById(
        this GraphRoutes routes, HttpMethod method, string suffix, GraphPermission permission, Func<GraphCall, Application, Task<IResult>> operation)
    {
        routes.Map(method, $"/{Set}/{{id}}{suffix}", permission, call =>
            operation(call, call.Visible(call.Directory.FindApplication(call.RouteId("id")), call.Route("id"))));
        routes.Map(method, $"/{Set}(appId='{{appId}}'){suffix}", permission, call =>
            operation(call, call.Visible(call.Directory.FindApplicationByAppId(call.RouteId("appId")), call.Route("appId"))));
    }

    /// <summary>The application of the unique name in the path, seen by readers or not; null when there is none.</summary>
    public static Application? FindByUniqueName(GraphCall call) =>
        call.Directory.FindApplicationByUniqueName(call.Route("uniqueName"));
}
