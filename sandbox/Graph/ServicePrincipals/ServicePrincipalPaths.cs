using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Graph.ServicePrincipals;

/// <summary>The ways to name a service principal in a path: by object id, by client id.</summary>
internal static class ServicePrincipalPaths
{
    /// <summary>The entity set.</summary>
    public const string Set = "servicePrincipals";

    /// <summary>Adds an operation on one service principal under each of its paths; one that readers do not see is not found.</summary>
    public static void MapOnServicePrincipal(
        this GraphRoutes routes, HttpMethod method, GraphPermission permission, Func<GraphCall, ServicePrincipal, Task<IResult>> operation)
    {
        routes.Map(method, $"/{Set}/{{id}}", permission, call =>
            operation(call, call.Visible(call.Directory.FindServicePrincipal(call.RouteId("id")), call.Route("id"))));
        routes.Map(method, $"/{Set}(appId='{{appId}}')", permission, call =>
            operation(call, call.Visible(call.Directory.FindServicePrincipalByAppId(call.RouteId("appId")), call.Route("appId"))));
    }

    /// <summary>Refuses to write the service principal of a managed identity, which is Azure's.</summary>
    public static void EnsureWritable(ServicePrincipal principal)
    {
        if (principal.Kind == ServicePrincipalKind.ManagedIdentity)
            throw GraphException.Denied();
    }
}
