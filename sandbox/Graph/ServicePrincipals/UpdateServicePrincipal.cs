using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.Graph.ServicePrincipals;

/// <summary><c>PATCH /servicePrincipals/{id}</c>: 204; sets the members that are sent; refused for managed identities.</summary>
internal static class UpdateServicePrincipal
{
    public static void Map(GraphRoutes routes) =>
        routes.MapOnServicePrincipal(HttpMethod.Patch, GraphPermission.WriteApplications, async (call, principal) =>
        {
            ServicePrincipalPaths.EnsureWritable(principal);
            var body = await call.ReadBodyAsync();
            return call.Directory.UpdateServicePrincipal(principal.ObjectId, current => ServicePrincipalBody.Apply(body, current)) is null
                ? throw GraphException.NotFound(principal.ObjectId.ToString())
                : TypedResults.NoContent();
        });
}
