using Microsoft.AspNetCore.Builder;

namespace Provisioning.Sandbox.Hosting;

/// <summary>A service of the sandbox: routes on one of its endpoints. Several services may share an endpoint.</summary>
internal interface ISandboxService
{
    /// <summary>Where the service listens.</summary>
    SandboxEndpoint Endpoint { get; }

    /// <summary>Adds the service's middleware and routes. Called once, before the endpoint listens.</summary>
    void Map(WebApplication app);
}
