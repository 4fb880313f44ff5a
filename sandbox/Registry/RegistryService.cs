using Microsoft.AspNetCore.Builder;
using Provisioning.Sandbox.DataPlane;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Registry;

/// <summary>The images of the container registries, by the distribution protocol. A registry's address is a host name of its own.</summary>
internal sealed class RegistryService : ISandboxService
{
    private readonly RegistryTokenEndpoints _tokens;
    private readonly DistributionEndpoints _distribution;

    /// <summary>Opens the registries of a sandbox.</summary>
    public RegistryService(SandboxContext sandbox, EntraTenant tenant, DataPlaneAccess access)
    {
        var host = new RegistryHost(access);
        var tokens = new RegistryTokens(sandbox);
        _tokens = new RegistryTokenEndpoints(tenant, host, tokens);
        var content = new RegistryContent(sandbox.World);
        _distribution = new DistributionEndpoints(
            new RegistryGate(host, tokens), content, new UploadEndpoints(content, new RegistryUploads(sandbox)));
    }

    /// <inheritdoc/>
    public SandboxEndpoint Endpoint => SandboxEndpoint.Registry;

    /// <inheritdoc/>
    public void Map(WebApplication app)
    {
        _tokens.Map(app);
        _distribution.Map(app);
    }
}
