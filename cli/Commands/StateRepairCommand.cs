using System.CommandLine;
using Provisioning.Cli.States;

namespace Provisioning.Cli.Commands;

/// <summary><c>state repair</c>: mends a state that the other commands refuse.</summary>
internal sealed class StateRepairCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would be done" };
        var yes = EditConsent.Option();
        return run.Handle(new Command("repair", "Put a damaged state in order and drop references that lead nowhere") { dryRun, yes }, async (arguments, context, cancellationToken) =>
        {
            var handler = new StateRepairHandler(context, new EditConsent(context, arguments.GetValue(yes)));
            return arguments.GetValue(dryRun) ? await handler.PreviewAsync(cancellationToken) : await handler.RunAsync(cancellationToken);
        });
    }
}
