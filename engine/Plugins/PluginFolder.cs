using Provisioning.Engine.Programs;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Projects.Yaml;
using Provisioning.Engine.Providers;

namespace Provisioning.Engine.Plugins;

/// <summary>
/// A folder with a plugin: an executable <c>pulumi-resource-name</c>, or source code with a <c>PulumiPlugin.yaml</c> that says
/// what runs it.
/// </summary>
internal static class PluginFolder
{
    private const string Manifest = "PulumiPlugin.yaml";

    /// <summary>The file name of a plugin without an extension.</summary>
    public static string ExecutableOf(string name) => $"pulumi-resource-{name}";

    /// <summary>The executable of a plugin in a folder; null when there is none.</summary>
    public static string? FindExecutable(string folder, string name)
    {
        string[] extensions = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        return extensions.Select(extension => Path.Combine(folder, ExecutableOf(name) + extension)).FirstOrDefault(File.Exists);
    }

    /// <summary>Reads how the plugin of a folder is started.</summary>
    /// <exception cref="ProviderNotFoundException">It cannot be.</exception>
    public static async Task<PluginCommand> ReadAsync(string folder, string name, CancellationToken cancellationToken)
    {
        if (FindExecutable(folder, name) is { } file)
            return new PluginCommand(file, [], folder);

        var manifest = Path.Combine(folder, Manifest);
        if (!File.Exists(manifest))
            throw new ProviderNotFoundException($"The folder '{folder}' of the provider plugin '{name}' has neither {ExecutableOf(name)} nor {Manifest}.");

        var runtime = ReadRuntime(manifest, await File.ReadAllTextAsync(manifest, cancellationToken).ConfigureAwait(false));
        return runtime.Name switch
        {
            "nodejs" => NodejsSdk.Find(folder) is { } sdk
                ? new PluginCommand("node", [Path.Combine(sdk, "cmd", "run-plugin"), folder], folder)
                : throw new ProviderNotFoundException($"The plugin '{name}' needs the package @pulumi/pulumi; run 'npm install' in '{folder}'."),
            "dotnet" => await DotnetPlugin.ReadAsync(folder, runtime, cancellationToken).ConfigureAwait(false),
            var other => throw new ProviderNotFoundException($"{manifest}: plugins of the runtime '{other}' cannot be run; nodejs and dotnet can."),
        };
    }

    private static ProjectRuntime ReadRuntime(string path, string text)
    {
        try
        {
            return ProjectReader.Runtime(YamlFile.Parse(path, text));
        }
        catch (ProjectException exception)
        {
            throw new ProviderNotFoundException(exception.Message, exception);
        }
    }
}
