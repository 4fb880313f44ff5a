using System.ComponentModel;
using System.Diagnostics;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Providers;

namespace Provisioning.Engine.Plugins;

/// <summary>A plugin that is a .NET project: the prebuilt file that the runtime option <c>binary</c> names, else built before it is run.</summary>
internal static class DotnetPlugin
{
    /// <summary>Reads how it is started.</summary>
    /// <exception cref="ProviderNotFoundException">It cannot be built.</exception>
    public static async Task<PluginCommand> ReadAsync(string folder, ProjectRuntime runtime, CancellationToken cancellationToken)
    {
        var file = runtime.Options.TryGetValue("binary", out var binary)
            ? Path.GetFullPath(binary, folder)
            : await BuildAsync(folder, cancellationToken).ConfigureAwait(false);
        return Path.GetExtension(file) == ".dll" ? new PluginCommand("dotnet", [file], folder) : new PluginCommand(file, [], folder);
    }

    /// <summary>Builds the project of a folder and says what came of it: started directly, it gets the signals that end it.</summary>
    private static async Task<string> BuildAsync(string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", ["build", folder, "-nologo", "-target:Build", "-getProperty:TargetPath"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start) ?? throw new ProviderNotFoundException("'dotnet' could not be started.");
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = (await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false)).Trim();
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return process.ExitCode == 0
                ? output
                : throw new ProviderNotFoundException($"The plugin in '{folder}' could not be built: {output} {await errors.ConfigureAwait(false)}".TrimEnd());
        }
        catch (Win32Exception exception)
        {
            throw new ProviderNotFoundException(
                $"The plugin in '{folder}' could not be built, because 'dotnet' is not on PATH; install the .NET SDK.", exception);
        }
    }
}
