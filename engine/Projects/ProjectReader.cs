using System.Collections.Immutable;
using Provisioning.Engine.Projects.Yaml;
using YamlDotNet.RepresentationModel;

namespace Provisioning.Engine.Projects;

/// <summary>Finds and reads <c>Pulumi.yaml</c>. Keys it does not know are left alone, as Pulumi does.</summary>
public static class ProjectReader
{
    private static readonly string[] FileNames = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

    /// <summary>The project file of a folder or the nearest folder above it; null when there is none.</summary>
    public static string? FindFile(string directory)
    {
        for (var folder = new DirectoryInfo(Path.GetFullPath(directory)); folder is not null; folder = folder.Parent)
        {
            var file = FileNames.Select(name => Path.Combine(folder.FullName, name)).FirstOrDefault(File.Exists);
            if (file is not null)
                return file;
        }

        return null;
    }

    /// <summary>Reads the project of a folder or the nearest folder above it.</summary>
    /// <exception cref="ProjectException">There is none, or it cannot be used.</exception>
    public static Task<Project> FindAsync(string directory, CancellationToken cancellationToken) =>
        ReadAsync(
            FindFile(directory) ?? throw new ProjectException(
                $"No Pulumi.yaml was found in '{Path.GetFullPath(directory)}' or above it; change to a project's folder or name one with --cwd."),
            cancellationToken);

    /// <summary>Reads a project file.</summary>
    /// <exception cref="ProjectException">It cannot be used.</exception>
    public static async Task<Project> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        return Parse(Path.GetFullPath(path), text);
    }

    /// <summary>Reads the text of a project file.</summary>
    internal static Project Parse(string path, string text)
    {
        var file = YamlFile.Parse(path, text);
        var root = file.Root;
        var name = file.Text(root, "name");
        if (string.IsNullOrEmpty(name))
            throw new ProjectException($"{path}: the project has no name; add 'name: <project>'.");

        // A text under `config` is the old name of `stackConfigDir`.
        var configIsFolder = YamlFile.Find(root, "config") is YamlScalarNode;
        if (configIsFolder && YamlFile.Find(root, "stackConfigDir") is { } folder)
            throw file.Fail(folder, "'stackConfigDir' and a folder under 'config' mean the same; keep 'stackConfigDir'.");

        return new Project
        {
            Path = path,
            Name = name,
            Runtime = Runtime(file),
            Main = file.Text(root, "main") ?? "",
            Description = file.Text(root, "description") ?? "",
            StackConfigDirectory = file.Text(root, configIsFolder ? "config" : "stackConfigDir") ?? "",
            BackendUrl = file.Text(file.Map(root, "backend"), "url"),
            AlwaysRefresh = file.Text(file.Map(root, "options"), "refresh") == "always",
            Config = configIsFolder ? [] : [.. file.Members(file.Map(root, "config")).Select(member => ConfigDeclarationReader.Read(file, name, member.Key, member.Value))],
            Packages = file.Members(file.Map(root, "packages"))
                .ToImmutableSortedDictionary(member => member.Name, member => Package(file, member.Value), StringComparer.Ordinal),
            ProviderPlugins = [.. file.List(file.Map(root, "plugins"), "providers").Select(node => Plugin(file, node))],
        };
    }

    /// <summary>Reads what runs a program or a plugin, as <c>PulumiPlugin.yaml</c> says it too.</summary>
    internal static ProjectRuntime Runtime(YamlFile file) => YamlFile.Find(file.Root, "runtime") switch
    {
        null => ProjectRuntime.None,
        YamlScalarNode scalar => ProjectRuntime.None with { Name = scalar.Value ?? "" },
        YamlMappingNode map => new ProjectRuntime(
            file.Text(map, "name") ?? "",
            file.Members(file.Map(map, "options"))
                .Where(option => option.Value is YamlScalarNode)
                .ToImmutableSortedDictionary(option => option.Name, option => file.Text(file.Map(map, "options"), option.Name) ?? "", StringComparer.Ordinal)),
        var other => throw file.Fail(other, "'runtime' must be a name, or a map with 'name' and 'options'."),
    };

    private static PackageDeclaration Package(YamlFile file, YamlNode node)
    {
        if (node is YamlMappingNode map)
        {
            return new PackageDeclaration(
                file.Text(map, "source") ?? throw file.Fail(map, "a package must have a 'source'."),
                file.Text(map, "version") ?? "",
                [.. file.List(map, "parameters").Select(parameter => (parameter as YamlScalarNode)?.Value ?? throw file.Fail(parameter, "a parameter must be a string."))],
                file.Text(map, "pluginDownloadURL") ?? "");
        }

        var text = (node as YamlScalarNode)?.Value ?? throw file.Fail(node, "a package must be '<source>[@<version>]' or a map.");
        var at = text.LastIndexOf('@');
        return at <= 0 ? new PackageDeclaration(text, "", [], "") : new PackageDeclaration(text[..at], text[(at + 1)..], [], "");
    }

    private static PluginDeclaration Plugin(YamlFile file, YamlNode node) => node is YamlMappingNode map
        ? new PluginDeclaration(
            file.Text(map, "name") ?? throw file.Fail(map, "a plugin must have a 'name'."),
            file.Text(map, "path") ?? throw file.Fail(map, "a plugin must have a 'path'."),
            file.Text(map, "version") ?? "")
        : throw file.Fail(node, "a plugin must be a map with 'name' and 'path'.");
}
