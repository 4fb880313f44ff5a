using System.CommandLine;
using Provisioning.Cli.Workspaces;
using Provisioning.Engine.Backends;

namespace Provisioning.Cli.Commands;

/// <summary><c>stack select</c>: makes a stack the one that commands work on.</summary>
internal sealed class StackSelectCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var name = new Argument<string>("stack") { Description = "The stack" };
        var create = new Option<bool>("--create", "-c") { Description = "Create it when it does not exist" };
        return run.Handle(new Command("select", "Choose the stack to work on") { name, create }, async (arguments, context, cancellationToken) =>
        {
            var named = context with { Settings = context.Settings with { Stack = arguments.GetRequiredValue(name) } };
            var workspace = await ProjectWorkspace.OpenAsync(named, cancellationToken);
            var store = await workspace.OpenAnyStackAsync(cancellationToken);
            if (!await store.ExistsAsync(cancellationToken))
            {
                if (arguments.GetValue(create))
                    await store.CreateAsync(cancellationToken);
                else if (!workspace.IsDescribed(store))
                    throw new StackNotFoundException(store.Stack, workspace.Backend.Url);
            }

            await workspace.Selected.SetAsync(store.Stack.FullName, cancellationToken);
            await context.Terminal.Out.WriteLineAsync($"Selected the stack {store.Stack.Stack}.");
            return ExitCode.Success;
        });
    }
}
