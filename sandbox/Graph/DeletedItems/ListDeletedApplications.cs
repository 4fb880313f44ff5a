using Provisioning.Sandbox.Graph.Applications;

namespace Provisioning.Sandbox.Graph.DeletedItems;

/// <summary><c>GET /directory/deletedItems/microsoft.graph.application</c>: applications that can still be restored.</summary>
internal static class ListDeletedApplications
{
    private const string Set = "directory/deletedItems/microsoft.graph.application";

    public static void Map(GraphRoutes routes) =>
        routes.Map(HttpMethod.Get, $"/{Set}", GraphPermission.ReadApplications, call =>
            GraphPage.Of(call, Set, call.Directory.ListDeletedApplications().Select(ApplicationBody.Write)));
}
