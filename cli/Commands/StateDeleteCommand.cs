using System.CommandLine;
using Provisioning.Cli.States;
using Provisioning.Engine.State.Editing;

namespace Provisioning.Cli.Commands;

/// <summary><c>state delete</c>: forgets a resource, which stays in the cloud.</summary>
internal sealed class StateDeleteCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var urn = new UrnArgument(isRequired: false);
        var all = new Option<bool>("--all") { Description = "Forget everything" };
        var force = new Option<bool>("--force") { Description = "Also forget what is protected" };
        var dependents = new Option<bool>("--target-dependents") { Description = "Also forget what refers to the resource" };
        var yes = EditConsent.Option();
        var command = new Command("delete", "Forget a resource, which stays in the cloud") { urn.Argument, all, force, dependents, yes };
        command.Aliases.Add("remove");
        command.Aliases.Add("rm");
        urn.RequireThisOr(all, command);
        return run.Handle(command, async (arguments, context, cancellationToken) =>
        {
            var named = urn.Read(arguments);
            var deletion = new ResourceDeletion(arguments.GetValue(force), arguments.GetValue(dependents));
            return await new StateEditHandler(context, new EditConsent(context, arguments.GetValue(yes))).RunAsync(
                snapshot => named is { } one ? deletion.Delete(snapshot, one) : deletion.DeleteAll(snapshot),
                count => $"Deleted {StateEditHandler.Count(count)} from the state; nothing changed in the cloud:",
                "The state holds no resources.",
                cancellationToken);
        });
    }
}
