using System.Collections.Immutable;
using Provisioning.Protocol.Values;

namespace Pulumi;

/// <summary>What the engine says about a resource that was registered or read.</summary>
internal sealed record RegisteredResource
{
    /// <summary>The URN.</summary>
    public required string Urn { get; init; }

    /// <summary>The id; empty while it is unknown, and for components.</summary>
    public required string Id { get; init; }

    /// <summary>The outputs.</summary>
    public required PropertyMap State { get; init; }

    /// <summary>URNs that outputs depend on besides the resource itself; of remote components only.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Whether outputs that are not in the state are null, rather than unknown.</summary>
    public required bool MissingAreKnown { get; init; }
}
