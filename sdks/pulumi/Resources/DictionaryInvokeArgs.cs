using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Arguments of a function by wire name.</summary>
/// <param name="dictionary">The arguments; values may be inputs and outputs.</param>
public sealed class DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary) : InvokeArgs
{
    internal override IReadOnlyDictionary<string, object?> ToDictionary() => dictionary;
}
