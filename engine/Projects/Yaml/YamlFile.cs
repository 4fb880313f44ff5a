using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Provisioning.Engine.Projects.Yaml;

/// <summary>The content of one YAML file, with errors that name the file, the line and the column.</summary>
/// <param name="Path">The file, for messages.</param>
/// <param name="Root">Its map; an empty one when the file holds nothing.</param>
internal sealed record YamlFile(string Path, YamlMappingNode Root)
{
    /// <summary>Parses a file that holds one map.</summary>
    /// <exception cref="ProjectException">It is no YAML, or something else than one map.</exception>
    public static YamlFile Parse(string path, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            throw new ProjectException($"{path}:{exception.Start.Line}:{exception.Start.Column}: the file is not valid YAML: {exception.Message}", exception);
        }

        return stream.Documents switch
        {
            [] => new YamlFile(path, []),
            [{ RootNode: YamlMappingNode root }] => new YamlFile(path, root),
            [{ RootNode: YamlScalarNode scalar }] when YamlScalars.Read(scalar).Kind == ConfigScalarKind.Null => new YamlFile(path, []),
            _ => throw new ProjectException($"{path}: the file must hold one YAML map."),
        };
    }

    /// <summary>A failure at a place in the file.</summary>
    public ProjectException Fail(YamlNode node, string message) =>
        new($"{Path}:{node.Start.Line}:{node.Start.Column}: {message}");

    /// <summary>The members of a map by name, in file order.</summary>
    public IEnumerable<(string Name, YamlScalarNode Key, YamlNode Value)> Members(YamlMappingNode map)
    {
        foreach (var (key, value) in map.Children)
            yield return key is YamlScalarNode { Value: { } name } scalar ? (name, scalar, value) : throw Fail(key, "a key must be a string.");
    }

    /// <summary>A member of a map; null when there is none, or it holds nothing.</summary>
    public static YamlNode? Find(YamlMappingNode map, string name) =>
        map.Children.TryGetValue(new YamlScalarNode(name), out var node)
        && node is not YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" }
            ? node
            : null;

    /// <summary>A text member; null when there is none.</summary>
    public string? Text(YamlMappingNode map, string name) => Find(map, name) switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value ?? "",
        var other => throw Fail(other, $"'{name}' must be a string."),
    };

    /// <summary>A map member; empty when there is none.</summary>
    public YamlMappingNode Map(YamlMappingNode map, string name) => Find(map, name) switch
    {
        null => [],
        YamlMappingNode child => child,
        var other => throw Fail(other, $"'{name}' must be a map."),
    };

    /// <summary>The items of a list member; empty when there is none.</summary>
    public ImmutableArray<YamlNode> List(YamlMappingNode map, string name) => Find(map, name) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children],
        var other => throw Fail(other, $"'{name}' must be a list."),
    };

    /// <summary>A value of the configuration.</summary>
    public ConfigValue Value(YamlNode node) => node switch
    {
        YamlScalarNode scalar => YamlScalars.Read(scalar),
        YamlSequenceNode list => new ConfigValue.List([.. list.Children.Select(Value)]),
        YamlMappingNode { Children: [{ Key: YamlScalarNode { Value: "secure" }, Value: YamlScalarNode { Value: { } ciphertext } }] } =>
            new ConfigValue.Secure(ciphertext),
        YamlMappingNode map => new ConfigValue.Map(
            ConfigValue.Map.Empty.Members.SetItems(Members(map).Select(member => KeyValuePair.Create(member.Name, Value(member.Value))))),
        _ => throw Fail(node, "this kind of value is not understood."),
    };
}
