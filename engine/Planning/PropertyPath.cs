using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Provisioning.Engine.Planning;

/// <summary>
/// A place in a property map: <c>root.nested</c>, <c>list[0].x</c>, <c>root["key with.dots"]</c>, <c>list[*]</c>.
/// </summary>
/// <remarks>The grammar is that of Pulumi's sdk/go/common/resource/properties_path.go.</remarks>
public sealed record PropertyPath
{
    private PropertyPath(ImmutableArray<PropertyPathSegment> segments) => Segments = segments;

    /// <summary>The path of the whole map.</summary>
    public static PropertyPath Root { get; } = new([]);

    /// <summary>The steps from the map to the place.</summary>
    public ImmutableArray<PropertyPathSegment> Segments { get; }

    /// <summary>Parses a path.</summary>
    /// <exception cref="FormatException">The text is no path; the message says where.</exception>
    public static PropertyPath Parse(string text) => new(new PropertyPathParser(text).Parse());

    /// <summary>The place of a top-level property.</summary>
    public static PropertyPath Of(string key) => Root.Append(new PropertyPathSegment.Name(key));

    /// <summary>Reads what a provider gave as a path; when it is none, the whole text names a top-level property.</summary>
    public static PropertyPath ParseOrName(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (FormatException)
        {
            return Of(text);
        }
    }

    /// <summary>The top-level property that a path leads into.</summary>
    public static string TopLevelOf(string path) => ParseOrName(path).Segments is [PropertyPathSegment.Name name, ..] ? name.Value : path;

    /// <summary>The place one step further.</summary>
    public PropertyPath Append(PropertyPathSegment segment) => new(Segments.Add(segment));

    /// <summary>Whether the other place is this one or lies within it; <c>*</c> stands for any one step.</summary>
    public bool Contains(PropertyPath other)
    {
        if (other.Segments.Length < Segments.Length)
            return false;

        for (var i = 0; i < Segments.Length; i++)
        {
            if (Segments[i] is not PropertyPathSegment.Wildcard && Segments[i] != other.Segments[i])
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public bool Equals(PropertyPath? other) => other is not null && Segments.AsSpan().SequenceEqual(other.Segments.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Segments.Aggregate(0, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var segment in Segments)
        {
            _ = segment switch
            {
                PropertyPathSegment.Index index => text.Append(CultureInfo.InvariantCulture, $"[{index.Value}]"),
                PropertyPathSegment.Wildcard => text.Append("[*]"),
                PropertyPathSegment.Name name when name.Value.Length == 0 || name.Value.AsSpan().ContainsAny(".[]\"") || name.Value == "*" =>
                    text.Append("[\"").Append(name.Value.Replace("\"", "\\\"", StringComparison.Ordinal)).Append("\"]"),
                PropertyPathSegment.Name name => (text.Length == 0 ? text : text.Append('.')).Append(name.Value),
                _ => throw new InvalidOperationException($"Unhandled path segment {segment.GetType()}."),
            };
        }

        return text.ToString();
    }
}
