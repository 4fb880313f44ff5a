using System.Text.RegularExpressions;

namespace Provisioning.Sandbox.Graph;

/// <summary>
/// A <c>$filter</c> of the form <c>name eq 'value'</c>, several joined by <c>and</c>: what provisioning needs of OData's grammar. A
/// quote in a value is doubled.
/// </summary>
internal static partial class ODataFilter
{
    /// <summary>Whether an object passes the filter; an empty one passes all.</summary>
    /// <param name="filter">The query option.</param>
    /// <param name="property">Gives the object's value of a name; null for one that has no value.</param>
    /// <param name="names">The names that can be filtered by.</param>
    /// <exception cref="GraphException">The filter has another form, or another name.</exception>
    public static bool Matches(string filter, IReadOnlyCollection<string> names, Func<string, string?> property)
    {
        if (filter.Length == 0)
            return true;
        if (Form().Match(filter) is not { Success: true } match)
            throw Unsupported($"Invalid filter clause: '{filter}'.");

        var clauses = match.Groups["name"].Captures.Zip(match.Groups["value"].Captures).ToList();
        if (clauses.FirstOrDefault(clause => !names.Contains(clause.First.Value)).First is { } unknown)
            throw Unsupported($"Could not filter by the property named '{unknown.Value}'.");

        return clauses.All(clause => Unquote(clause.Second.Value).Equals(property(clause.First.Value), StringComparison.OrdinalIgnoreCase));
    }

    private static string Unquote(string value) => value.Replace("''", "'", StringComparison.Ordinal);

    private static GraphException Unsupported(string message) => new(400, "Request_UnsupportedQuery", message);

    [GeneratedRegex(@"^\s*(?<name>\w+) eq '(?<value>([^']|'')*)'(\s+and\s+(?<name>\w+) eq '(?<value>([^']|'')*)')*\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
