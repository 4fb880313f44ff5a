using Provisioning.Sandbox.Faults;
using Provisioning.Sandbox.Oidc;
using Provisioning.Sandbox.Requests;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Hosting;

/// <summary>What the services of one sandbox share.</summary>
internal sealed record SandboxContext
{
    /// <summary>What the sandbox was started with, its clock included.</summary>
    public required SandboxOptions Options { get; init; }

    /// <summary>Everything that survives a restart.</summary>
    public required SandboxWorld World { get; init; }

    /// <summary>Source of ids and chance.</summary>
    public required SandboxRandom Random { get; init; }

    /// <summary>The addresses of the sandbox's endpoints, each ending in a slash.</summary>
    public required IReadOnlyDictionary<SandboxEndpoint, Uri> Endpoints { get; init; }

    /// <summary>Token issuers outside of Entra: developers' machines, pipelines, Kubernetes clusters.</summary>
    public required OidcIssuers Issuers { get; init; }

    /// <summary>Who deploys.</summary>
    public required SandboxDeployer Deployer { get; init; }

    /// <summary>What was asked and answered.</summary>
    public required RequestLog Requests { get; init; }

    /// <summary>Faults in force.</summary>
    public required FaultRules Faults { get; init; }

    /// <summary>The clock behind every timestamp.</summary>
    public TimeProvider Clock => Options.Clock;

    /// <summary>The present instant.</summary>
    public DateTimeOffset Now => Options.Clock.GetUtcNow();

    /// <summary>The address of one endpoint, ending in a slash.</summary>
    public Uri AddressOf(SandboxEndpoint endpoint) => Endpoints[endpoint];
}
