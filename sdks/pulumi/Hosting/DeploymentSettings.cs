using Provisioning.Protocol.Services;

namespace Pulumi.Hosting;

/// <summary>What a program runs with: the engine it talks to, and what the engine says about the deployment.</summary>
public sealed record DeploymentSettings
{
    /// <summary>Where resources are registered.</summary>
    public required IResourceMonitor Monitor { get; init; }

    /// <summary>Where messages are logged.</summary>
    public required IEngine Engine { get; init; }

    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>The stack's short name.</summary>
    public required string Stack { get; init; }

    /// <summary>The organization's name.</summary>
    public required string Organization { get; init; }

    /// <summary>The folder of <c>Pulumi.yaml</c>.</summary>
    public required string RootDirectory { get; init; }

    /// <summary>Whether this is a preview.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>How many resource operations the engine runs at once.</summary>
    public required int Parallel { get; init; }

    /// <summary>Configuration by <c>namespace:key</c>, decrypted; structured values are JSON text.</summary>
    public required IReadOnlyDictionary<string, string> Config { get; init; }

    /// <summary>The keys of <see cref="Config"/> whose values are secret.</summary>
    public required IReadOnlyCollection<string> ConfigSecretKeys { get; init; }
}
