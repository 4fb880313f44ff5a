using Microsoft.AspNetCore.Builder;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Graph.Applications;
using Provisioning.Sandbox.Graph.DeletedItems;
using Provisioning.Sandbox.Graph.FederatedCredentials;
using Provisioning.Sandbox.Graph.ServicePrincipals;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Graph;

/// <summary>Microsoft Graph, version 1.0, as far as workload identities need it.</summary>
internal sealed class GraphService(SandboxContext context, EntraTenant tenant) : ISandboxService
{
    /// <inheritdoc/>
    public SandboxEndpoint Endpoint => SandboxEndpoint.Graph;

    /// <inheritdoc/>
    public void Map(WebApplication app)
    {
        var routes = new GraphRoutes(app, context, tenant, new GraphPermissions(context));
        CreateApplication.Map(routes);
        ListApplications.Map(routes);
        GetApplication.Map(routes);
        UpdateApplication.Map(routes);
        DeleteApplication.Map(routes);
        CreateFederatedCredential.Map(routes, context);
        ListFederatedCredentials.Map(routes);
        GetFederatedCredential.Map(routes);
        UpdateFederatedCredential.Map(routes, context);
        DeleteFederatedCredential.Map(routes);
        CreateServicePrincipal.Map(routes);
        ListServicePrincipals.Map(routes);
        GetServicePrincipal.Map(routes);
        UpdateServicePrincipal.Map(routes);
        DeleteServicePrincipal.Map(routes);
        ListDeletedApplications.Map(routes);
        GetDeletedApplication.Map(routes);
        RestoreDeletedApplication.Map(routes);
        PurgeDeletedApplication.Map(routes);
        routes.MapUnknownPaths();
    }
}
