using System.CommandLine;
using Provisioning.Cli.Operations;
using Provisioning.Engine.Operations;

namespace Provisioning.Cli.Commands;

/// <summary><c>preview</c>: say what an update would do.</summary>
internal sealed class PreviewCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var switches = new OperationSwitches();
        var command = new Command("preview", "Say what an update would do");
        command.Aliases.Add("pre");
        switches.AddToPreview(command);
        return run.Handle(command, (arguments, context, cancellationToken) =>
            new OperationHandler(context, switches.Read(arguments, Operation.Update) with { PreviewOnly = true }).RunAsync(cancellationToken));
    }
}
