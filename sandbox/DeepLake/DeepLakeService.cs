using Microsoft.AspNetCore.Builder;
using Provisioning.Sandbox.DeepLake.Endpoints;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.DeepLake;

/// <summary>Deep Lake's REST API, version 4, as far as workload identities need it.</summary>
internal sealed class DeepLakeService : ISandboxService
{
    private readonly DeepLakeStore _store;
    private readonly DeepLakeAuthenticator _authenticator;

    /// <summary>Opens the service of a sandbox; at the first start it has one organization with an administrator.</summary>
    /// <param name="context">What the services share.</param>
    /// <param name="tenant">The tenant whose tokens it verifies.</param>
    public DeepLakeService(SandboxContext context, EntraTenant tenant)
    {
        _store = new DeepLakeStore(context);
        _authenticator = new DeepLakeAuthenticator(_store, tenant);
        DeepLakeAdministrator.Seed(_store, context);
    }

    /// <inheritdoc/>
    public SandboxEndpoint Endpoint => SandboxEndpoint.DeepLake;

    /// <inheritdoc/>
    public void Map(WebApplication app)
    {
        var routes = new DeepLakeRoutes(app, _store, _authenticator);
        Health.Map(routes);
        GetMe.Map(routes);
        GetUserProfile.Map(routes);
        ListOrganizations.Map(routes);
        GetOrganization.Map(routes);
        CreateOrganization.Map(routes);
        CreateWorkloadIdentity.Map(routes);
        ListWorkloadIdentities.Map(routes);
        GetWorkloadIdentity.Map(routes);
        DeleteWorkloadIdentity.Map(routes);
        ListWorkspaces.Map(routes);
    }
}
