using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Shapes;

/// <summary>A value's place in the document.</summary>
/// <param name="Path">Keys that lead to it, such as <c>registries.private.sku</c>; empty for the top.</param>
/// <param name="Span">The last of these keys.</param>
internal readonly record struct Place(string Path, SourceSpan Span)
{
    private const int LongestKey = 240;

    /// <summary>The place of the document itself.</summary>
    public static Place Top { get; } = new("", SourceSpan.Start);

    /// <summary>What messages call the value.</summary>
    public string Name => Path.Length == 0 ? "the document" : $"'{Path}'";

    /// <summary>The place of a key below.</summary>
    /// <param name="key">The key.</param>
    public Place Below(YamlScalar key) => new(Path.Length == 0 ? Shown(key.Text) : $"{Path}.{Shown(key.Text)}", key.Span);

    /// <summary>The place of an item below.</summary>
    /// <param name="item">The item.</param>
    public Place Below(YamlNode item) => this with { Span = item.Span };

    /// <summary>Aliases can repeat one long key thousands of times, each with a path of its own.</summary>
    private static string Shown(string key) => key.Length <= LongestKey ? key : $"{key.AsSpan(0, LongestKey)}…";
}
