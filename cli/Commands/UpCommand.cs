using System.CommandLine;
using Provisioning.Cli.Operations;
using Provisioning.Engine.Operations;

namespace Provisioning.Cli.Commands;

/// <summary><c>up</c>: make the cloud what the stack document says.</summary>
internal sealed class UpCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var switches = new OperationSwitches();
        var command = new Command("up", "Make the cloud what the stack document says");
        command.Aliases.Add("update");
        switches.AddToUpdate(command);
        return run.Handle(command, (arguments, context, cancellationToken) =>
            new OperationHandler(context, switches.Read(arguments, Operation.Update)).RunAsync(cancellationToken));
    }
}
