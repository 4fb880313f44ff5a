namespace Provisioning.Sandbox.Graph.ServicePrincipals;

/// <summary><c>GET /servicePrincipals/{id}</c>, managed identities included: 404 until the principal is replicated.</summary>
internal static class GetServicePrincipal
{
    public static void Map(GraphRoutes routes) =>
        routes.MapOnServicePrincipal(HttpMethod.Get, GraphPermission.ReadApplications, (call, principal) =>
            Task.FromResult(GraphPage.Single(call, ServicePrincipalPaths.Set, ServicePrincipalBody.Write(principal, call.Directory.TenantId))));
}
