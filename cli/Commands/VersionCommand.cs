using System.CommandLine;
using System.Reflection;

namespace Provisioning.Cli.Commands;

/// <summary><c>version</c>: prints the version of this program.</summary>
internal sealed class VersionCommand : ICommandDefinition
{
    /// <summary>The version, with a leading v as Pulumi prints its own.</summary>
    public static string Version { get; } = "v" + (typeof(VersionCommand).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0");

    public Command Build(CommandRunner run) =>
        run.Handle(new Command("version", "Print the version"), async (_, context, _) =>
        {
            await context.Terminal.Out.WriteLineAsync(Version);
            return ExitCode.Success;
        });
}
