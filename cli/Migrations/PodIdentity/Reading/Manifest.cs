using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Provisioning.Cli.Migrations.PodIdentity.Reading;

/// <summary>An object of a manifest, or a mapping within it, with its place.</summary>
/// <param name="File">The file it was read from.</param>
/// <param name="Node">The mapping.</param>
/// <param name="DefaultNamespace">Namespace of an object that names none; null when nobody said it.</param>
internal sealed record Manifest(string File, YamlMappingNode Node, string? DefaultNamespace = null)
{
    /// <summary>Where it begins.</summary>
    public ManifestPlace Place => PlaceOf(File, Node);

    /// <summary>Kind of the object; empty when it has none.</summary>
    public string Kind => Text("kind") ?? "";

    /// <summary>Name of the object; null when it has none.</summary>
    public string? Name => Text("metadata", "name");

    /// <summary>Namespace of the object; null when neither it nor the user says one.</summary>
    public string? Namespace => Text("metadata", "namespace") ?? DefaultNamespace;

    /// <summary>The mapping at a path; null when there is none.</summary>
    public Manifest? Find(params ReadOnlySpan<string> path) => Value(path) is YamlMappingNode mapping ? new Manifest(File, mapping) : null;

    /// <summary>The text at a path; null when there is none.</summary>
    public string? Text(params ReadOnlySpan<string> path) => Value(path) is YamlScalarNode scalar && !IsNull(scalar) ? scalar.Value : null;

    /// <summary>Where the value at a path stands; where this begins when there is none.</summary>
    public ManifestPlace PlaceAt(params ReadOnlySpan<string> path) => PlaceOf(File, Value(path) ?? Node);

    /// <summary>The mappings of the list at a path.</summary>
    public IEnumerable<Manifest> List(params ReadOnlySpan<string> path) => Value(path) is YamlSequenceNode list
        ? list.Children.OfType<YamlMappingNode>().Select(mapping => new Manifest(File, mapping))
        : [];

    /// <summary>The texts of the mapping at a path.</summary>
    public IReadOnlyDictionary<string, string> Texts(params ReadOnlySpan<string> path)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Value(path) is not YamlMappingNode mapping)
            return texts;
        foreach (var (key, value) in mapping.Children)
        {
            if (key is YamlScalarNode { Value: { } name } && value is YamlScalarNode { Value: { } text })
                texts[name] = text;
        }

        return texts;
    }

    private static ManifestPlace PlaceOf(string file, YamlNode node) => new(file, node.Start.Line, node.Start.Column);

    private static bool IsNull(YamlScalarNode scalar) => scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" };

    private YamlNode? Value(ReadOnlySpan<string> path)
    {
        YamlNode? value = Node;
        foreach (var key in path)
        {
            if (value is not YamlMappingNode mapping || !mapping.Children.TryGetValue(new YamlScalarNode(key), out value))
                return null;
        }

        return value;
    }
}
