using System.IO.Enumeration;

namespace Provisioning.Sandbox.Arm.Authorization.Conditions;

/// <summary>How two sides of a comparison are compared.</summary>
/// <param name="Quantifier">How several values on a side count, or null when any pair that compares is enough.</param>
/// <param name="Compare">Compares one value with one.</param>
internal sealed record ConditionOperator(string? Quantifier, Func<string, string, bool> Compare)
{
    private const string IgnoreCase = "IgnoreCase";
    private const string Negation = "Not";

    /// <summary>The operator of a name, or null when the language has none of it.</summary>
    public static ConditionOperator? Find(string name)
    {
        string? quantifier = null;
        if (name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
        {
            quantifier = name[..colon];
            name = name[(colon + 1)..];
            if (quantifier is not ("ForAnyOfAnyValues" or "ForAllOfAnyValues" or "ForAnyOfAllValues" or "ForAllOfAllValues"))
                return null;
        }

        return CompareOf(name) is { } compare ? new ConditionOperator(quantifier, compare) : null;
    }

    /// <summary>Whether the values compare; no values compare with nothing.</summary>
    public bool Holds(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        if (left.Count is 0 || right.Count is 0)
            return false;

        return Quantifier switch
        {
            null or "ForAnyOfAnyValues" => left.Any(one => right.Any(other => Compare(one, other))),
            "ForAllOfAnyValues" => left.All(one => right.Any(other => Compare(one, other))),
            "ForAnyOfAllValues" => left.Any(one => right.All(other => Compare(one, other))),
            "ForAllOfAllValues" => left.All(one => right.All(other => Compare(one, other))),
            _ => throw new InvalidOperationException($"'{Quantifier}' is no known quantifier."),
        };
    }

    private static Func<string, string, bool>? CompareOf(string name)
    {
        var ignoresCase = name.EndsWith(IgnoreCase, StringComparison.Ordinal);
        var plain = ignoresCase ? name[..^IgnoreCase.Length] : name;
        var isNegated = plain.Contains(Negation, StringComparison.Ordinal);
        if (isNegated)
            plain = plain.Replace(Negation, "", StringComparison.Ordinal);

        var comparison = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        Func<string, string, bool>? compare = plain switch
        {
            "StringEquals" => (one, other) => one.Equals(other, comparison),
            "StringStartsWith" => (one, other) => one.StartsWith(other, comparison),
            "StringLike" => (one, other) => FileSystemName.MatchesSimpleExpression(other, one, ignoresCase),
            "GuidEquals" => (one, other) => Guid.TryParse(one, out var left) && Guid.TryParse(other, out var right) && left == right,
            "BoolEquals" => (one, other) => one.Equals(other, StringComparison.OrdinalIgnoreCase),
            _ => null,
        };
        return isNegated && compare is not null ? (one, other) => !compare(one, other) : compare;
    }
}
