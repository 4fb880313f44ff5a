namespace Provisioning.Sandbox.Graph.Applications;

/// <summary><c>GET /applications/{id}</c>: 404 until the application is replicated.</summary>
internal static class GetApplication
{
    public static void Map(GraphRoutes routes) =>
        routes.MapOnApplication(HttpMethod.Get, "", GraphPermission.ReadApplications, (call, application) =>
            Task.FromResult(GraphPage.Single(call, ApplicationPaths.Set, ApplicationBody.Write(application))));
}
