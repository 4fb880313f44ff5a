using System.CommandLine;
using Provisioning.Cli.States;
using Provisioning.Engine.State.Editing;

namespace Provisioning.Cli.Commands;

/// <summary><c>state rename</c>: follows a resource that got another name in the program, so that it is not replaced.</summary>
internal sealed class StateRenameCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var urn = new UrnArgument(isRequired: true);
        var name = new Argument<string>("new-name") { Description = "The name that the program calls it by now" };
        var yes = EditConsent.Option();
        var command = new Command("rename", "Give a resource another name, with every reference to it") { urn.Argument, name, yes };
        return run.Handle(command, async (arguments, context, cancellationToken) =>
        {
            var named = urn.Read(arguments) ?? throw new InvalidOperationException("The command line holds a URN.");
            var wanted = arguments.GetRequiredValue(name);
            return await new StateEditHandler(context, new EditConsent(context, arguments.GetValue(yes))).RunAsync(
                snapshot => ResourceRenaming.Rename(snapshot, named, wanted),
                count => $"Renamed {StateEditHandler.Count(count)} to '{wanted}':",
                "It has that name.",
                cancellationToken);
        });
    }
}
