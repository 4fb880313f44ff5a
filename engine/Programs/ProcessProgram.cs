using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Provisioning.Engine.Projects;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Programs;

/// <summary>A program in a process of its own, which finds the engine over gRPC.</summary>
/// <remarks>What it prints is shown as information about the stack.</remarks>
public abstract class ProcessProgram : IProgram
{
    private readonly Project project;

    /// <summary>Programs that are run by a command.</summary>
    private protected ProcessProgram(Project project) => this.project = project;

    /// <summary>The clock of the time that a program gets to end when it is interrupted.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <inheritdoc/>
    public string DirectoryIn(string rootDirectory)
    {
        var main = MainIn(rootDirectory);
        return Directory.Exists(main) ? main : Path.GetDirectoryName(main) ?? rootDirectory;
    }

    /// <inheritdoc/>
    public async Task<int> RunAsync(ProgramContext context, CancellationToken cancellationToken)
    {
        var directory = DirectoryIn(context.RootDirectory);
        if (!Directory.Exists(directory))
            throw new ProgramException($"The program's folder '{directory}' does not exist; check `main` in {project.Path}.");

        var address = await context.Endpoint.ListenAsync(cancellationToken).ConfigureAwait(false);
        return await ProgramProcess.RunAsync(
            Command(context, directory, address),
            line => _ = context.Engine.LogAsync(new LogRequest { Severity = LogSeverity.Info, Message = line }, CancellationToken.None),
            Time,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The full path of the program's folder or file.</summary>
    private protected string MainIn(string rootDirectory) => Path.GetFullPath(project.Main, rootDirectory);

    /// <summary>The command that runs it.</summary>
    /// <param name="context">What it is started with.</param>
    /// <param name="directory">Its folder.</param>
    /// <param name="address">Where it finds monitor and engine.</param>
    /// <exception cref="ProgramException">Something it needs is missing.</exception>
    private protected abstract ProgramCommand Command(ProgramContext context, string directory, string address);

    /// <summary>The variables that tell a program where and what it is (Pulumi's language hosts).</summary>
    private protected static ImmutableDictionary<string, string> Variables(ProgramContext context, string address, string directory) =>
        ImmutableDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            ["PULUMI_MONITOR"] = address,
            ["PULUMI_ENGINE"] = address,
            ["PULUMI_PROJECT"] = context.Project,
            ["PULUMI_STACK"] = context.Stack,
            ["PULUMI_ORGANIZATION"] = context.Organization,
            ["PULUMI_ROOT_DIRECTORY"] = context.RootDirectory,
            ["PULUMI_PWD"] = directory,
            ["PULUMI_DRY_RUN"] = context.DryRun ? "true" : "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = context.Parallel.ToString(CultureInfo.InvariantCulture),
            ["PULUMI_CONFIG"] = JsonSerializer.Serialize(context.Config.ToImmutableSortedDictionary(StringComparer.Ordinal), ConfigurationJson.Default.ImmutableSortedDictionaryStringString),
            ["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize([.. context.ConfigSecretKeys.Order(StringComparer.Ordinal)], ConfigurationJson.Default.StringArray),
        });
}
