namespace Provisioning.Sandbox.DeepLake.Endpoints;

/// <summary><c>GET /organizations/{id}/workload-identities</c>, by members: all of them, without paging.</summary>
internal static class ListWorkloadIdentities
{
    public static void Map(DeepLakeRoutes routes) => routes.Map(HttpMethod.Get, WorkloadIdentityBody.Path, call =>
        WorkloadIdentityBody.List(call.Store.ListRegistrations(call.Organization().Id), call.Store.Quirks));
}
