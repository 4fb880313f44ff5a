using System.Collections.Immutable;
using Provisioning.Engine.Hosting;
using Provisioning.Protocol.Services;

namespace Provisioning.Engine.Providers;

/// <summary>Which provider an operation needs, and what it is started with.</summary>
public sealed record ProviderRequest
{
    /// <summary>The plugin, which is named after its package, such as <c>azure-native</c>.</summary>
    public required string Package { get; init; }

    /// <summary>The version of it that the program asks for, without a leading v; null for any.</summary>
    public string? Version { get; init; }

    /// <summary>The package that the plugin is to make from parameters; null when it serves its own. The engine tells it.</summary>
    public ProviderParameterization? Parameterization { get; init; }

    /// <summary>The variables of the environment that the plugin is to see under other names: the name there is, the name it sees.</summary>
    public ImmutableSortedDictionary<string, string> EnvironmentMappings { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>The folder of <c>Pulumi.yaml</c>.</summary>
    public required string RootDirectory { get; init; }

    /// <summary>The stack's configuration in the package's namespace, by <c>namespace:key</c>, decrypted.</summary>
    public required ImmutableDictionary<string, string> Config { get; init; }

    /// <summary>Where a provider of this process logs.</summary>
    public required IEngine Engine { get; init; }

    /// <summary>Where a plugin finds the engine.</summary>
    public required IEngineEndpoint Endpoint { get; init; }
}
