using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.DeepLake.Endpoints;

/// <summary><c>DELETE /organizations/{id}/workload-identities/{id}</c>, by administrators: 204; its tokens are refused from now on.</summary>
internal static class DeleteWorkloadIdentity
{
    public static void Map(DeepLakeRoutes routes) => routes.Map(HttpMethod.Delete, WorkloadIdentityBody.Path + "/{id}", call =>
    {
        var registration = call.Store.FindRegistration(call.Organization(asAdministrator: true).Id, call.Route("id"))
            ?? throw DeepLakeException.NotFound("workload identity not found");
        call.Store.Remove(registration);
        return TypedResults.NoContent();
    });
}
