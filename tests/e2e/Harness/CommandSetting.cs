using System.Collections.Immutable;
using Provisioning.Cli.Commands;

namespace Provisioning.EndToEnd.Tests.Harness;

/// <summary>What surrounds a command.</summary>
internal sealed record CommandSetting
{
    /// <summary>Environment variables; there are no others but PULUMI_HOME.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Sees each line that the command writes, and may press Ctrl-C.</summary>
    public Action<string, Interrupts> OnLine { get; init; } = (_, _) => { };
}
