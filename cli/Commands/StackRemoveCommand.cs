using System.CommandLine;
using Provisioning.Cli.States;
using Provisioning.Cli.Workspaces;

namespace Provisioning.Cli.Commands;

/// <summary><c>stack rm</c>: removes a stack that has no resources left, with its history and its settings.</summary>
internal sealed class StackRemoveCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var name = new Argument<string?>("stack") { Description = "The stack (default: the one that is worked on)", Arity = ArgumentArity.ZeroOrOne };
        var force = new Option<bool>("--force", "-f") { Description = "Also remove a stack that has resources, which stay in the cloud" };
        var preserve = new Option<bool>("--preserve-config") { Description = "Keep Pulumi.<stack>.yaml" };
        var yes = EditConsent.Option();
        var command = new Command("rm", "Remove a stack") { name, force, preserve, yes };
        command.Aliases.Add("remove");
        command.Aliases.Add("delete");
        return run.Handle(command, async (arguments, context, cancellationToken) =>
        {
            var consent = new EditConsent(context, arguments.GetValue(yes));
            consent.RequirePossible();
            var named = context with { Settings = context.Settings with { Stack = arguments.GetValue(name) ?? context.Settings.Stack } };
            var workspace = await ProjectWorkspace.OpenAsync(named, cancellationToken);
            var store = await workspace.OpenStackAsync(cancellationToken);
            var keepsSettings = arguments.GetValue(preserve);
            if (!consent.Ask([], $"Remove the stack '{store.Stack.Stack}', its history{(keepsSettings ? "" : " and its settings")}?"))
                return ExitCode.Cancelled;

            await new StackRemoval(context, workspace, store).RunAsync(arguments.GetValue(force), keepsSettings, cancellationToken);
            return ExitCode.Success;
        });
    }
}
