using System.CommandLine;
using Provisioning.Cli.Workspaces;

namespace Provisioning.Cli.Commands;

/// <summary><c>stack init</c>: creates a stack without resources and selects it.</summary>
internal sealed class StackInitCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var name = new Argument<string>("stack") { Description = "The stack" };
        var noSelect = new Option<bool>("--no-select") { Description = "Leave the selected stack as it is" };
        var provider = new Option<string?>("--secrets-provider") { Description = "What encrypts its secrets: passphrase, or azurekeyvault://<vault>.vault.azure.net/keys/<key>", HelpName = "provider" };
        return run.Handle(new Command("init", "Create a stack") { name, noSelect, provider }, async (arguments, context, cancellationToken) =>
        {
            var named = context with { Settings = context.Settings with { Stack = arguments.GetRequiredValue(name) } };
            var workspace = await ProjectWorkspace.OpenAsync(named, cancellationToken);
            var store = await workspace.OpenAnyStackAsync(cancellationToken);
            if (arguments.GetValue(provider) is { } chosen && !await store.ExistsAsync(cancellationToken))
                await store.ChooseSecretsProviderAsync(SecretsProviderArgument.Read(chosen), cancellationToken);
            await store.CreateAsync(cancellationToken);
            if (!arguments.GetValue(noSelect))
                await workspace.Selected.SetAsync(store.Stack.FullName, cancellationToken);
            await context.Terminal.Out.WriteLineAsync($"Created the stack {store.Stack.Stack}.");
            return ExitCode.Success;
        });
    }
}
