using Microsoft.AspNetCore.Builder;
using Provisioning.Sandbox.Entra.Endpoints;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Entra;

/// <summary>Entra's login host.</summary>
/// <param name="context">What the services share.</param>
/// <param name="tenant">The tenant it signs in to.</param>
internal sealed class EntraService(SandboxContext context, EntraTenant tenant) : ISandboxService
{
    /// <inheritdoc/>
    public SandboxEndpoint Endpoint => SandboxEndpoint.Login;

    /// <inheritdoc/>
    public void Map(WebApplication app)
    {
        var errors = new EntraErrorWriter(context);
        var tenants = new TenantNames(context.Options.TenantId);
        var grant = new ClientCredentialsGrant(tenant, new AssertionVerifier(new IssuerKeys(context), context.Clock));
        InstanceDiscovery.Map(app);
        OpenIdConfiguration.Map(app, tenants, errors);
        TenantKeys.Map(app, tenant.Tokens.Key, tenants, errors);
        TokenEndpoint.Map(app, grant, tenants, errors);
    }
}
