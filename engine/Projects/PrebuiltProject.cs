using System.Collections.Immutable;
using Provisioning.Engine.Projects.Yaml;

namespace Provisioning.Engine.Projects;

/// <summary>Makes of a project's <c>Pulumi.yaml</c> that of a folder in which program and plugins are built already.</summary>
public static class PrebuiltProject
{
    /// <summary>The text of the new file; comments and all other settings stay.</summary>
    /// <param name="project">The project.</param>
    /// <param name="text">The text of its file.</param>
    /// <param name="binary">The program, relative to the new file.</param>
    /// <param name="plugins">The folders of provider plugins by package, relative to the new file.</param>
    public static string Write(Project project, string text, string binary, ImmutableSortedDictionary<string, string> plugins)
    {
        var providers = project.ProviderPlugins.Where(plugin => !plugins.ContainsKey(plugin.Name))
            .Concat(plugins.Select(plugin => new PluginDeclaration(plugin.Key, plugin.Value, "")));
        return new YamlEditor(project.Path, text)
            .Remove([new ConfigPath.Step.Member("main")])
            .Set([new ConfigPath.Step.Member("runtime")], Map(("name", Text("dotnet")), ("options", Map(("binary", Text(binary))))))
            .Set([new ConfigPath.Step.Member("plugins"), new ConfigPath.Step.Member("providers")], new ConfigValue.List([.. providers.Select(Plugin)]))
            .Text;
    }

    private static ConfigValue.Map Plugin(PluginDeclaration plugin) => plugin.Version.Length == 0
        ? Map(("name", Text(plugin.Name)), ("path", Text(plugin.Path)))
        : Map(("name", Text(plugin.Name)), ("path", Text(plugin.Path)), ("version", Text(plugin.Version)));

    private static ConfigValue Text(string text) => ConfigValue.FromString(text);

    private static ConfigValue.Map Map(params ReadOnlySpan<(string Name, ConfigValue Value)> members)
    {
        var map = ConfigValue.Map.Empty.Members.ToBuilder();
        foreach (var (name, value) in members)
            map[name] = value;
        return new ConfigValue.Map(map.ToImmutable());
    }
}
