using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Pulumirpc;

namespace Provisioning.Engine.Programs;

/// <summary>A program in a process of its own, which finds the engine over gRPC.</summary>
/// <remarks>What it prints is shown as information about the stack.</remarks>
public abstract class ProcessProgram : IProgram
{
    /// <summary>Programs that are run by a command.</summary>
    private protected ProcessProgram()
    {
    }

    /// <inheritdoc/>
    public async Task<int> RunAsync(ProgramContext context, CancellationToken cancellationToken)
    {
        var address = await context.Endpoint.ListenAsync(cancellationToken).ConfigureAwait(false);
        return await ProgramProcess.RunAsync(
            Command(context, address),
            line => _ = context.Engine.LogAsync(new LogRequest { Severity = LogSeverity.Info, Message = line }, CancellationToken.None),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The command that runs it.</summary>
    /// <param name="context">What it is started with.</param>
    /// <param name="address">Where it finds monitor and engine.</param>
    /// <exception cref="ProgramException">Something it needs is missing.</exception>
    private protected abstract ProgramCommand Command(ProgramContext context, string address);

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
            ["PULUMI_CONFIG"] = JsonSerializer.Serialize(context.Config.ToImmutableSortedDictionary(StringComparer.Ordinal)),
            ["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize(context.ConfigSecretKeys.Order(StringComparer.Ordinal)),
        });
}
