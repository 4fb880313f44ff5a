using System.CommandLine;
using Provisioning.Cli.Operations;
using Provisioning.Engine.Operations;

namespace Provisioning.Cli.Commands;

/// <summary><c>destroy</c>: delete everything the stack created.</summary>
internal sealed class DestroyCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var switches = new OperationSwitches();
        var command = new Command("destroy", "Delete everything the stack created");
        command.Aliases.Add("down");
        switches.AddToDestroy(command);
        return run.Handle(command, (arguments, context, cancellationToken) =>
            new OperationHandler(context, switches.Read(arguments, Operation.Destroy)).RunAsync(cancellationToken));
    }
}
