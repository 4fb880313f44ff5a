using System.CommandLine;
using Provisioning.Cli.Operations;
using Provisioning.Engine.Operations;

namespace Provisioning.Cli.Commands;

/// <summary><c>refresh</c>: make the state what the cloud says.</summary>
internal sealed class RefreshCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var switches = new OperationSwitches();
        var command = new Command("refresh", "Make the state what the cloud says");
        switches.AddToRefresh(command);
        return run.Handle(command, (arguments, context, cancellationToken) =>
            new OperationHandler(context, switches.Read(arguments, Operation.Refresh)).RunAsync(cancellationToken));
    }
}
