using Provisioning.Engine.Programs;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Providers;

namespace Provisioning.Engine.Plugins;

/// <summary>
/// Finds the plugin of a package, in Pulumi's order: the project's plugins, its local packages, PATH, the official SDK of
/// the program (dynamic resources), and the plugins that are installed.
/// </summary>
/// <remarks>Follows Pulumi's sdk/go/common/workspace/plugins.go. Nothing is downloaded.</remarks>
internal sealed class PluginLocator(Project project, EnvironmentReader environment)
{
    private const string NodejsDynamicProvider = "pulumi-nodejs";

    /// <summary>Finds a plugin, and builds it when it is source code.</summary>
    /// <param name="name">The plugin, which is mostly its package.</param>
    /// <param name="version">The version that is wanted, for installed plugins exactly; null for any.</param>
    /// <param name="cancellationToken">Gives up a build.</param>
    /// <exception cref="ProviderNotFoundException">There is none, or it cannot be run.</exception>
    public async Task<PluginCommand> FindAsync(string name, string? version, CancellationToken cancellationToken)
    {
        if ((DeclaredFolder(name, version) ?? PackageFolder(name)) is { } folder)
            return await PluginFolder.ReadAsync(folder, name, cancellationToken).ConfigureAwait(false);
        if (AmbientFile(name) is { } file)
            return new PluginCommand(file, [], Path.GetDirectoryName(file) ?? project.RootDirectory);
        if (name == NodejsDynamicProvider && NodejsSdk.Find(project.ProgramDirectory) is { } sdk)
            return new PluginCommand("node", [Path.Combine(sdk, "cmd", "dynamic-provider")], sdk);
        return InstalledPlugins.Find(PluginsDirectory, name, version) is { } installed
            ? await PluginFolder.ReadAsync(installed, name, cancellationToken).ConfigureAwait(false)
            : throw NotFound(name, version);
    }

    private string PluginsDirectory => Path.Combine(PulumiHome.Directory(environment), "plugins");

    private string? DeclaredFolder(string name, string? version) => project.ProviderPlugins
        .Where(plugin => plugin.Name == name && (plugin.Version.Length == 0 || version is null || plugin.Version.TrimStart('v') == version))
        .Select(plugin => Path.GetFullPath(plugin.Path, project.RootDirectory))
        .FirstOrDefault();

    private string? PackageFolder(string name) =>
        project.Packages.TryGetValue(name, out var package) && IsPath(package.Source) ? Path.GetFullPath(package.Source, project.RootDirectory) : null;

    private static bool IsPath(string source) =>
        source.StartsWith("./", StringComparison.Ordinal) || source.StartsWith("../", StringComparison.Ordinal) || source.StartsWith('/');

    private string? AmbientFile(string name) => IsTruthy(environment("PULUMI_IGNORE_AMBIENT_PLUGINS"))
        ? null
        : (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => PluginFolder.FindExecutable(folder, name))
            .FirstOrDefault(file => file is not null);

    private static bool IsTruthy(string? value) => value is "1" || "true".Equals(value, StringComparison.OrdinalIgnoreCase);

    private ProviderNotFoundException NotFound(string name, string? version)
    {
        var (wanted, install) = version is null ? (name, name) : ($"{name} v{version}", $"{name} v{version}");
        var advice = name == NodejsDynamicProvider
            ? $"run 'npm install' in '{project.ProgramDirectory}', which has to have @pulumi/pulumi"
            : $"run 'pulumi plugin install resource {install}', or name its folder under plugins.providers in Pulumi.yaml";
        return new ProviderNotFoundException(
            $"The provider plugin '{wanted}' was found neither in Pulumi.yaml, nor on PATH as {PluginFolder.ExecutableOf(name)}, nor in '{PluginsDirectory}'; {advice}.");
    }
}
