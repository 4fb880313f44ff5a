using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Resources;

/// <summary>An input that Azure cannot change in place.</summary>
/// <param name="Path">
/// Dotted path of the input, list indexes left out; everything below it counts too.
/// </param>
internal sealed record ReplaceRule(string Path)
{
    /// <summary>The dotted path of an input that decides whether the rule applies; empty when it always does.</summary>
    public string WhenPath { get; init; } = "";

    /// <summary>The value the deciding input must have.</summary>
    public string WhenValue { get; init; } = "";

    /// <summary>A rule that always applies.</summary>
    public static implicit operator ReplaceRule(string path) => new(path);

    /// <summary>Rules that apply when another input has a value.</summary>
    public static IEnumerable<ReplaceRule> When(string path, string value, params IEnumerable<string> inputs) =>
        inputs.Select(input => new ReplaceRule(input) { WhenPath = path, WhenValue = value });

    /// <summary>Whether the rule applies to a resource with these inputs.</summary>
    public bool AppliesTo(PropertyMap inputs) =>
        WhenPath.Length == 0 || string.Equals(inputs.TextAt(WhenPath), WhenValue, StringComparison.Ordinal);

    /// <summary>Whether the rule speaks of an input or of something above it.</summary>
    public bool Covers(string path) =>
        path.StartsWith(Path, StringComparison.Ordinal) && (path.Length == Path.Length || path[Path.Length] == '.');

    /// <summary>Whether the rule speaks of something below an input.</summary>
    public bool LiesBelow(string path) => Path.StartsWith(path + ".", StringComparison.Ordinal);
}
