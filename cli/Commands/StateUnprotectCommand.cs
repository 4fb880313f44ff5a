using System.CommandLine;
using Provisioning.Cli.States;
using Provisioning.Engine.State.Editing;

namespace Provisioning.Cli.Commands;

/// <summary><c>state unprotect</c>: lets resources be deleted and replaced until the program protects them again.</summary>
internal sealed class StateUnprotectCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var urn = new UrnArgument(isRequired: false);
        var all = new Option<bool>("--all") { Description = "Unprotect everything" };
        var yes = EditConsent.Option();
        var command = new Command("unprotect", "Let a protected resource be deleted and replaced") { urn.Argument, all, yes };
        urn.RequireThisOr(all, command);
        return run.Handle(command, async (arguments, context, cancellationToken) =>
        {
            var named = urn.Read(arguments);
            return await new StateEditHandler(context, new EditConsent(context, arguments.GetValue(yes))).RunAsync(
                snapshot => named is { } one ? ResourceProtection.Unprotect(snapshot, one) : ResourceProtection.UnprotectAll(snapshot),
                count => $"Unprotected {StateEditHandler.Count(count)}:",
                "Nothing of it is protected.",
                cancellationToken);
        });
    }
}
