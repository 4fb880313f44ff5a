namespace Provisioning.Sandbox.Graph.ServicePrincipals;

/// <summary><c>GET /servicePrincipals</c>: those that readers see, filtered by id, appId, displayName or servicePrincipalType.</summary>
internal static class ListServicePrincipals
{
    private static readonly string[] Names = ["id", "appId", "displayName", "servicePrincipalType"];

    public static void Map(GraphRoutes routes) =>
        routes.Map(HttpMethod.Get, "/servicePrincipals", GraphPermission.ReadApplications, call =>
            GraphPage.Of(
                call,
                ServicePrincipalPaths.Set,
                call.Directory.ListServicePrincipals()
                    .Select(principal => ServicePrincipalBody.Write(principal, call.Directory.TenantId))
                    .Where(principal => ODataFilter.Matches(call.Query("$filter"), Names, name => principal[name]?.GetValue<string>()))));
}
