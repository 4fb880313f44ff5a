using System.Collections.Immutable;
using Provisioning.Engine.Projects;
using Provisioning.Infra;
using Provisioning.Providers.DeepLake;

namespace Provisioning.Cli.Publishing;

/// <summary>
/// The project's files in a folder whose <c>bin</c> holds the executables, so that both <c>pulumi</c> and the launcher
/// <c>provision</c> work there without the .NET SDK.
/// </summary>
internal static class PublishedProject
{
    /// <summary>The folder of the executables, relative to the project.</summary>
    public const string Binaries = "bin";

    /// <summary>Writes them; what is there already is replaced.</summary>
    /// <param name="project">The project.</param>
    /// <param name="output">The folder.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    public static async Task WriteAsync(Project project, string output, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(output);
        var text = await File.ReadAllTextAsync(project.Path, cancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(output, "Pulumi.yaml"),
            PrebuiltProject.Write(
                project,
                text,
                $"{Binaries}/{typeof(ProvisioningProgram).Assembly.GetName().Name}",
                ImmutableSortedDictionary<string, string>.Empty.Add(DeepLakeProvider.Package, $"./{Binaries}")),
            cancellationToken);

        foreach (var settings in Directory.EnumerateFiles(project.RootDirectory, "Pulumi.*.yaml"))
            Copy(settings, project.RootDirectory, output);
        var documents = Path.Combine(project.RootDirectory, "stacks");
        if (Directory.Exists(documents))
        {
            foreach (var document in Directory.EnumerateFiles(documents, "*", SearchOption.AllDirectories))
                Copy(document, project.RootDirectory, output);
        }

        await WriteLaunchersAsync(output, cancellationToken);
    }

    private static void Copy(string file, string root, string output)
    {
        var target = Path.Combine(output, Path.GetRelativePath(root, file));
        Directory.CreateDirectory(Path.GetDirectoryName(target) ?? output);
        File.Copy(file, target, overwrite: true);
    }

    private static async Task WriteLaunchersAsync(string output, CancellationToken cancellationToken)
    {
        var script = Path.Combine(output, "provision");
        await File.WriteAllTextAsync(script, $"#!/bin/sh\nexec \"$(dirname -- \"$0\")/{Binaries}/provision\" \"$@\"\n", cancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, File.GetUnixFileMode(script) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        await File.WriteAllTextAsync(
            Path.Combine(output, "provision.cmd"), $"@\"%~dp0{Binaries}\\provision.exe\" %*\r\n", cancellationToken);
    }
}
