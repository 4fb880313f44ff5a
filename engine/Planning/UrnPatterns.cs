using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Planning;

/// <summary>A set of URNs given one by one, or with <c>*</c> (anything but a colon) and <c>**</c> (anything).</summary>
internal sealed class UrnPatterns
{
    private readonly ImmutableHashSet<string> literals;
    private readonly ImmutableArray<Regex> patterns;

    /// <summary>Reads the set.</summary>
    public UrnPatterns(ImmutableArray<string> texts)
    {
        literals = [.. texts.Where(text => !text.Contains('*', StringComparison.Ordinal))];
        patterns = [.. texts.Where(text => text.Contains('*', StringComparison.Ordinal)).Select(ToRegex)];
    }

    /// <summary>Whether the set was left empty.</summary>
    public bool IsEmpty => literals.IsEmpty && patterns.IsEmpty;

    /// <summary>Whether a URN is in the set.</summary>
    public bool Matches(Urn urn)
    {
        if (IsEmpty)
            return false;

        var text = urn.ToString();
        return literals.Contains(text) || patterns.Any(pattern => pattern.IsMatch(text));
    }

    private static Regex ToRegex(string text) => new(
        "^" + Regex.Escape(text).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^:]*", StringComparison.Ordinal) + "$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline);
}
