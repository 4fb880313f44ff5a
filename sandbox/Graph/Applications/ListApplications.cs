namespace Provisioning.Sandbox.Graph.Applications;

/// <summary><c>GET /applications</c>: the applications that readers see, filtered by id, appId, displayName or uniqueName.</summary>
internal static class ListApplications
{
    private static readonly string[] Names = ["id", "appId", "displayName", "uniqueName"];

    public static void Map(GraphRoutes routes) =>
        routes.Map(HttpMethod.Get, "/applications", GraphPermission.ReadApplications, call =>
            GraphPage.Of(call, ApplicationPaths.Set, call.Directory.ListApplications().Select(ApplicationBody.Write)
                .Where(application => ODataFilter.Matches(call.Query("$filter"), Names, name => application[name]?.GetValue<string>()))));
}
