using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.Graph.ServicePrincipals;

/// <summary><c>POST /servicePrincipals</c>: 201; 400 while the application is not replicated, 409 when it has one.</summary>
internal static class CreateServicePrincipal
{
    public static void Map(GraphRoutes routes) =>
        routes.Map(HttpMethod.Post, "/servicePrincipals", GraphPermission.WriteApplications, async call =>
        {
            var body = await call.ReadBodyAsync();
            var appId = body.RequiredText("appId");
            var application = Guid.TryParse(appId, out var id) ? call.Directory.FindApplicationByAppId(id) : null;
            if (application is null || !call.Directory.IsVisible(application.VisibleAt))
                throw GraphException.BadRequest($"The appId '{appId}' of the service principal does not reference a valid application object.");

            var principal = call.Directory.CreateServicePrincipal(application, created => ServicePrincipalBody.Apply(body, created));
            return GraphPage.Single(
                call, ServicePrincipalPaths.Set, ServicePrincipalBody.Write(principal, call.Directory.TenantId), StatusCodes.Status201Created);
        });
}
