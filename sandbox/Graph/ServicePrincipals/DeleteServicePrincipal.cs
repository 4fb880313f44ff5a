using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.Graph.ServicePrincipals;

/// <summary><c>DELETE /servicePrincipals/{id}</c>: 204; refused for managed identities.</summary>
internal static class DeleteServicePrincipal
{
    public static void Map(GraphRoutes routes) =>
        routes.MapOnServicePrincipal(HttpMethod.Delete, GraphPermission.WriteApplications, (call, principal) =>
        {
            ServicePrincipalPaths.EnsureWritable(principal);
            return Task.FromResult<IResult>(call.Directory.DeleteServicePrincipal(principal.ObjectId)
                ? TypedResults.NoContent()
                : throw GraphException.NotFound(principal.ObjectId.ToString()));
        });
}
