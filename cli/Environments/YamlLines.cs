using YamlDotNet.Serialization;

namespace Provisioning.Cli.Environments;

/// <summary>Writes maps as YAML: two spaces, and quotes where a text would be read as something else.</summary>
internal static class YamlLines
{
    private static readonly ISerializer Serializer = new SerializerBuilder().WithIndentedSequences().WithQuotingNecessaryStrings().Build();

    /// <summary>A map; entries without a value are left out.</summary>
    public static Dictionary<string, object> Map(params ReadOnlySpan<(string Key, object? Value)> entries)
    {
        var map = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (key, value) in entries)
        {
            if (value is not null)
                map.Add(key, value);
        }

        return map;
    }

    /// <summary>The variables as a map; null when there are none.</summary>
    public static Dictionary<string, object>? Map(IEnumerable<KeyValuePair<string, string>> variables) =>
        variables.ToDictionary(variable => variable.Key, object (variable) => variable.Value, StringComparer.Ordinal) is { Count: > 0 } map ? map : null;

    /// <summary>The text of a map, with a line feed at the end.</summary>
    public static string Write(Dictionary<string, object> map) => Serializer.Serialize(map).ReplaceLineEndings("\n");

    /// <summary>The text of a map as comments.</summary>
    public static string WriteComment(Dictionary<string, object> map) =>
        string.Concat(Write(map).TrimEnd('\n').Split('\n').Select(line => $"#   {line}\n"));
}
