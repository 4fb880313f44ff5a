namespace Provisioning.Providers.Azure.Resources;

/// <summary>
/// One resource type as data: what differs from type to type. The code around it is the same for all.
/// Property paths are dotted SDK paths with list indexes left out.
/// </summary>
internal abstract record ResourceType
{
    /// <summary>Pulumi's type token, such as <c>azure-native:storage:StorageAccount</c>.</summary>
    public required string Token { get; init; }

    /// <summary>What a sentence calls it, such as "storage account".</summary>
    public required string Noun { get; init; }

    /// <summary>The path of one resource below the endpoint.</summary>
    public required PathTemplate Path { get; init; }

    /// <summary>Inputs that must be given, besides those in the path.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Inputs that cannot change in place, besides those in the path.</summary>
    public IReadOnlyList<ReplaceRule> Replaces { get; init; } = [];

    /// <summary>Properties that the service calls otherwise.</summary>
    public WireNames WireNames { get; init; } = WireNames.None;

    /// <summary>Members of inputs that only the service sets; unknown in previews, left out of imports.</summary>
    public IReadOnlyList<string> ReadOnly { get; init; } = [];

    /// <summary>All inputs of a body, without those in the path.</summary>
    public abstract IEnumerable<string> BodyInputs { get; }

    /// <summary>Inputs that make the path.</summary>
    public abstract IEnumerable<string> PathInputs { get; }

    /// <summary>Whether the names in the path compare without regard to case.</summary>
    public abstract bool IgnoresCaseOfPath { get; }

    /// <summary>
    /// Inputs of which one must change for old and new resource to exist side by side; empty when a new name is enough.
    /// </summary>
    public IReadOnlyList<string> DistinguishedBy { get; init; } = [];

    /// <summary>The service in the rules for retries and advice, such as <c>Microsoft.Storage</c>.</summary>
    public abstract string Service { get; }
}
