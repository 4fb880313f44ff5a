using Provisioning.Cli.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Provisioning.Cli.Migrations.PodIdentity.Reading;

/// <summary>Reads the objects of manifests: of each document of a file, and of each <c>List</c> in it.</summary>
internal static class ManifestReader
{
    /// <summary>Most levels of mappings and lists; Kubernetes' own objects stay far below it.</summary>
    private const int MaxDepth = 100;

    /// <summary>Most lists in each other; an alias could make a list contain itself.</summary>
    private const int MaxLists = 2;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="defaultNamespace">Namespace of objects that name none; null to leave them without.</param>
    /// <exception cref="CommandException">It is not YAML, or nested beyond reason.</exception>
    public static IReadOnlyList<Manifest> Read(ManifestFile file, string? defaultNamespace)
    {
        try
        {
            CheckDepth(file);
            var stream = new YamlStream();
            using var reader = new StringReader(file.Text);
            stream.Load(reader);
            return [.. stream.Documents.SelectMany(document => Objects(new Manifest(file.Name, new YamlMappingNode(), defaultNamespace), document.RootNode, MaxLists))];
        }
        catch (YamlException exception)
        {
            throw Unreadable(file, exception.Start, exception.Message.TrimEnd('.'), exception);
        }
    }

    private static IEnumerable<Manifest> Objects(Manifest around, YamlNode node, int lists)
    {
        if (node is not YamlMappingNode mapping)
            return [];
        var manifest = around with { Node = mapping };
        return manifest.Kind.EndsWith("List", StringComparison.Ordinal) && lists > 0
            ? manifest.List("items").SelectMany(item => Objects(around, item.Node, lists - 1))
            : [manifest];
    }

    /// <summary>The tree is built by recursion, so a hostile file must be refused before.</summary>
    private static void CheckDepth(ManifestFile file)
    {
        using var reader = new StringReader(file.Text);
        var parser = new Parser(reader);
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current?.NestingIncrease ?? 0;
            if (depth > MaxDepth && parser.Current is MappingStart or SequenceStart)
                throw Unreadable(file, parser.Current.Start, $"mappings and lists are nested more than {MaxDepth} levels deep", null);
        }
    }

    private static CommandException Unreadable(ManifestFile file, Mark place, string reason, YamlException? exception) => new(
        new CommandError(
            "ACC7201",
            ExitCode.Usage,
            $"{new ManifestPlace(file.Name, place.Line, place.Column)}: this is no manifest that can be read: {reason}. Correct it, or leave the file out; nothing was written."),
        exception);
}
