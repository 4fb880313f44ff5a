using System.Collections.Immutable;

namespace Provisioning.Engine.Providers;

/// <summary>Which plugin serves a provider resource, as the inputs of that say.</summary>
internal sealed record PluginReference
{
    /// <summary>The package that the resources are of, which is also the namespace of its configuration.</summary>
    public required string Package { get; init; }

    /// <summary>The plugin; another name than the package's when that is made from parameters.</summary>
    public required string Name { get; init; }

    /// <summary>The version of the plugin; null for any.</summary>
    public string? Version { get; init; }

    /// <summary>What the plugin is to make the package from; null when it serves its own.</summary>
    public ProviderParameterization? Parameterization { get; init; }

    /// <summary>The variables that it is to see under other names.</summary>
    public required ImmutableSortedDictionary<string, string> EnvironmentMappings { get; init; }
}
