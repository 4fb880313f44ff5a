using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.Graph.ServicePrincipals;

/// <summary><c>PATCH /servicePrincipals/{id}</c>: 204; switches the account of an application on or off.</summary>
internal static class UpdateServicePrincipal
{
    public static void Map(GraphRoutes routes) =>
        routes.MapOnServicePrincipal(HttpMethod.Patch, GraphPermission.WriteApplications, async (call, principal) =>
        {
            ServicePrincipalPaths.EnsureWritable(principal);
            var enabled = (await call.ReadBodyAsync()).Flag("accountEnabled") ?? principal.AccountEnabled;
            return call.Directory.UpdateServicePrincipal(principal.ObjectId, current => current with { AccountEnabled = enabled }) is null
                ? throw GraphException.NotFound(principal.ObjectId.ToString())
                : TypedResults.NoContent();
        });
}
