using System.Diagnostics;
using System.Runtime.InteropServices;
using Provisioning.Cli.Diagnostics;

namespace Provisioning.Cli.Publishing;

/// <summary>Publishes the product's executables, with the .NET runtime, into one folder.</summary>
/// <param name="root">The folder of the product's sources.</param>
internal sealed class ProductBuild(string root)
{
    private const string CommandLine = "cli/Provisioning.Cli.csproj";

    /// <summary>
    /// The projects of the executables, which share the folder. The command line comes first: it brings what starts the others too, and not in
    /// the form that needs no runtime, so they replace it.
    /// </summary>
    private static readonly string[] Projects =
    [
        CommandLine,
        "infra/Provisioning.Infra.csproj",
        "providers/deeplake/Provisioning.Providers.DeepLake.csproj",
    ];

    /// <summary>Publishes them all.</summary>
    /// <param name="output">The folder they go to.</param>
    /// <param name="runtime">The system they are for, such as <c>linux-x64</c>.</param>
    /// <param name="native">Whether the command line is machine code, which starts faster and takes minutes to compile.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    /// <exception cref="CommandException">The sources are not here, or a build failed.</exception>
    public async Task RunAsync(string output, string runtime, bool native, CancellationToken cancellationToken)
    {
        if (Projects.FirstOrDefault(project => !File.Exists(Path.Combine(root, project))) is { } missing)
            throw Failed($"'{root}' has no {missing}; publish in a checkout of the sources.");

        Directory.CreateDirectory(output);
        foreach (var project in Projects)
        {
            var part = await PublishAsync(project, runtime, "publish", ["--self-contained", "true", "-p:PublishReadyToRun=true"], cancellationToken);
            foreach (var file in part.EnumerateFiles())
                file.CopyTo(Path.Combine(output, file.Name), overwrite: true);
        }

        if (native)
            await ReplaceByNativeAsync(output, runtime, cancellationToken);
    }

    /// <summary>
    /// Puts the command line's machine code where its assembly and the starter of it were. What is for this system is left for the launcher,
    /// which starts it as long as no source is newer than the beginning of the build.
    /// </summary>
    private async Task ReplaceByNativeAsync(string output, string runtime, CancellationToken cancellationToken)
    {
        var artifacts = Directory.CreateDirectory(Path.Combine(root, "artifacts", "native")).FullName;
        var (begun, built) = (Path.Combine(artifacts, ".begun"), Path.Combine(artifacts, ".built"));
        File.Delete(built);
        await File.WriteAllTextAsync(begun, "", cancellationToken);
        var part = await PublishAsync(CommandLine, runtime, "native", ["-p:NativeCode=true", "-p:StripSymbols=true"], cancellationToken);
        var name = typeof(ProductBuild).Assembly.GetName().Name;
        foreach (var replaced in Directory.EnumerateFiles(output, $"{name}.*"))
            File.Delete(replaced);
        foreach (var executable in part.EnumerateFiles().Where(file => file.Name == name || file.Name == $"{name}.exe"))
            executable.CopyTo(Path.Combine(output, executable.Name), overwrite: true);
        if (runtime == RuntimeInformation.RuntimeIdentifier)
            File.Move(begun, built);
    }

    /// <summary>Publishes a project into a folder of its own, which is made anew.</summary>
    private async Task<DirectoryInfo> PublishAsync(
        string project, string runtime, string intermediate, IReadOnlyList<string> options, CancellationToken cancellationToken)
    {
        var artifacts = Path.Combine(root, "artifacts", intermediate);
        var output = new DirectoryInfo(Path.Combine(artifacts, "output", Path.GetFileNameWithoutExtension(project)));
        if (output.Exists)
            output.Delete(recursive: true);

        // Intermediate and lock files of their own leave those of a developer's build alone.
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "publish", Path.Combine(root, project),
                "--configuration", "Release", "--runtime", runtime,
                "--artifacts-path", artifacts, "--output", output.FullName,
                "--nologo", "--verbosity", "quiet", "--tl:off",
                $"-p:NuGetLockFilePath=obj/{intermediate}.lock.json", "-p:RestoreLockedMode=false", "-p:ErrorOnDuplicatePublishOutputFiles=false",
                "-p:EnforceCodeStyleInBuild=false", "-p:RunAnalyzers=false", "-p:GenerateDocumentationFile=false", "-p:DebugType=none",
                .. options,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw Failed("'dotnet' could not be started; the .NET SDK must be on PATH.");
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var log = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw Failed($"'{project}' could not be published for {runtime}:{Environment.NewLine}{log}{await errors}");
        return output;
    }

    private static CommandException Failed(string message) => new(new CommandError("ACC7011", ExitCode.Error, message));
}
