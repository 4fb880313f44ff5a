using Provisioning.Cli.Sandboxes;
using Provisioning.Cli.Terminals;

namespace Provisioning.Cli.Commands;

/// <summary>What a handler works with.</summary>
/// <param name="Host">The process around it.</param>
/// <param name="Settings">The global options.</param>
/// <param name="Terminal">Where it reads and writes.</param>
public sealed record CommandContext(CommandHost Host, GlobalSettings Settings, Terminal Terminal)
{
    /// <summary>The sandbox that the command deploys to, or asks for keys.</summary>
    internal SharedSandbox Sandbox { get; } = new();
}
