namespace Provisioning.Sandbox.DeepLake.Endpoints;

/// <summary><c>GET /organizations/{id}/workload-identities/{id}</c>, by members.</summary>
internal static class GetWorkloadIdentity
{
    public static void Map(DeepLakeRoutes routes) => routes.Map(HttpMethod.Get, WorkloadIdentityBody.Path + "/{id}", call =>
        call.Store.FindRegistration(call.Organization().Id, call.Route("id")) is { } registration
            ? WorkloadIdentityBody.Single(registration, call.Store.Quirks)
            : throw DeepLakeException.NotFound("workload identity not found"));
}
