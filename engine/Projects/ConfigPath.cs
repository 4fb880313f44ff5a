using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Provisioning.Engine.Projects;

/// <summary>The way to a value inside a structured configuration value: <c>registry.hosts[0]</c>, <c>labels["a.b"]</c>.</summary>
/// <param name="Key">The configuration key.</param>
/// <param name="Steps">Members (<see cref="string"/>) and indices below it; empty for the value of the key itself.</param>
public sealed record ConfigPath(ConfigKey Key, ImmutableArray<ConfigPath.Step> Steps)
{
    /// <summary>The path that is just a key.</summary>
    public static ConfigPath Of(ConfigKey key) => new(key, []);

    /// <summary>Parses what <c>config set --path</c> takes: a key whose name is a property path.</summary>
    /// <exception cref="ProjectException">The text is no such path.</exception>
    public static ConfigPath Parse(string text, string project)
    {
        var colon = NamespaceEnd(text);
        var ns = colon < 0 ? project : text[..colon].Replace(":config", "", StringComparison.Ordinal);
        var steps = ParseSteps(text[(colon + 1)..], text);
        return steps is [Step.Member { Name: var name }, ..] && ConfigKey.TryParse($"{ns}:{name}", project, out var key)
            ? new ConfigPath(key, steps.RemoveAt(0))
            : throw Invalid(text);
    }

    /// <summary>A colon separates a namespace only outside of brackets, where names may hold anything.</summary>
    private static int NamespaceEnd(string text)
    {
        var bracket = text.IndexOf('[', StringComparison.Ordinal);
        return (bracket < 0 ? text : text[..bracket]).LastIndexOf(':');
    }

    private static ImmutableArray<Step> ParseSteps(string path, string text)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        var position = 0;
        while (position < path.Length)
        {
            if (path[position] == '[')
            {
                steps.Add(ParseBracket(path, ref position, text));
            }
            else
            {
                if (path[position] == '.' && steps.Count > 0)
                    position++;
                var end = path.AsSpan(position).IndexOfAny('.', '[');
                end = end < 0 ? path.Length : position + end;
                if (end == position)
                    throw Invalid(text);
                steps.Add(new Step.Member(path[position..end]));
                position = end;
            }
        }

        return steps.ToImmutable();
    }

    private static Step ParseBracket(string path, ref int position, string text)
    {
        position++;
        if (position < path.Length && path[position] == '"')
            return ParseQuoted(path, ref position, text);

        var end = path.IndexOf(']', position);
        if (end < 0 || !int.TryParse(path.AsSpan(position, end - position), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            throw Invalid(text);
        position = end + 1;
        return new Step.Index(index);
    }

    private static Step.Member ParseQuoted(string path, ref int position, string text)
    {
        var name = new StringBuilder();
        for (position++; position < path.Length && path[position] != '"'; position++)
        {
            if (path[position] == '\\' && position + 1 < path.Length)
                position++;
            name.Append(path[position]);
        }

        if (position + 1 >= path.Length || path[position + 1] != ']')
            throw Invalid(text);
        position += 2;
        return new Step.Member(name.ToString());
    }

    private static ProjectException Invalid(string text) =>
        new($"'{text}' is not a configuration path; write member names joined by dots, and [0] or [\"name\"] for items.");

    /// <summary>One step into a structured value.</summary>
    public abstract record Step
    {
        private Step()
        {
        }

        /// <summary>Into a member of a map.</summary>
        public sealed record Member(string Name) : Step;

        /// <summary>Into an item of a list.</summary>
        public sealed record Index(int Position) : Step;
    }
}
