using System.Collections.Immutable;

namespace Provisioning.Engine.Plugins;

/// <summary>What a plugin is started with.</summary>
internal sealed record PluginStart
{
    /// <summary>The plugin, for messages.</summary>
    public required string Name { get; init; }

    /// <summary>What is run.</summary>
    public required PluginCommand Command { get; init; }

    /// <summary>Where it finds the engine.</summary>
    public required string EngineAddress { get; init; }

    /// <summary>The folder it runs in: the program's.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Variables added to those of this process.</summary>
    public required ImmutableDictionary<string, string> Environment { get; init; }

    /// <summary>Gets each line that it prints besides the first.</summary>
    public required Action<string> Print { get; init; }

    /// <summary>How long it may take to say where it listens, and then to answer the handshake.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }
}
