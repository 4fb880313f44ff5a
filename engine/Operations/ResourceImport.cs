using System.Collections.Immutable;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Operations;

/// <summary>One resource that an import takes into the state.</summary>
public sealed record ResourceImport
{
    /// <summary>The type token.</summary>
    public required string Type { get; init; }

    /// <summary>The logical name.</summary>
    public required string Name { get; init; }

    /// <summary>The id by which its provider reads it; empty for a component, which exists in the state alone.</summary>
    public string Id { get; init; } = "";

    /// <summary>The parent, which is in the state or imported before; null for the stack.</summary>
    public Urn? Parent { get; init; }

    /// <summary>What the program will let it depend on, so that nothing of it is deleted first; what the state does not have is left out.</summary>
    public ImmutableArray<Urn> Dependencies { get; init; } = [];

    /// <summary>The version of the package whose default provider reads it; empty for the one that the state has.</summary>
    public string Version { get; init; } = "";

    /// <summary>Refuses deletion and replacement, until an update makes it what the program says.</summary>
    public bool Protect { get; init; }
}
