using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Arguments of a resource by wire name.</summary>
/// <param name="dictionary">The arguments; values may be inputs and outputs.</param>
public sealed class DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) : ResourceArgs
{
    internal override IReadOnlyDictionary<string, object?> ToDictionary() => dictionary;
}
