using System.Collections.Immutable;
using Provisioning.Engine.Hosting;
using Provisioning.Protocol.Services;

namespace Provisioning.Engine.Programs;

/// <summary>What a program is started with.</summary>
public sealed record ProgramContext
{
    /// <summary>Where a program of this process declares resources.</summary>
    public required IResourceMonitor Monitor { get; init; }

    /// <summary>Where a program of this process logs.</summary>
    public required IEngine Engine { get; init; }

    /// <summary>Where a program of another process does both.</summary>
    public required IEngineEndpoint Endpoint { get; init; }

    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>The stack's short name.</summary>
    public required string Stack { get; init; }

    /// <summary>The organization's name.</summary>
    public required string Organization { get; init; }

    /// <summary>The folder of <c>Pulumi.yaml</c>.</summary>
    public required string RootDirectory { get; init; }

    /// <summary>Whether this is a preview.</summary>
    public required bool DryRun { get; init; }

    /// <summary>How many resource operations run at once.</summary>
    public required int Parallel { get; init; }

    /// <summary>Configuration by <c>namespace:key</c>, decrypted; structured values are JSON text.</summary>
    public required ImmutableDictionary<string, string> Config { get; init; }

    /// <summary>The keys of <see cref="Config"/> whose values are secret.</summary>
    public required ImmutableHashSet<string> ConfigSecretKeys { get; init; }
}
