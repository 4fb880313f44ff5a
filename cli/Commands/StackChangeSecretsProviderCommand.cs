using System.CommandLine;
using Provisioning.Cli.Diagnostics;
using Provisioning.Cli.Workspaces;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Secrets;
using Spectre.Console;

namespace Provisioning.Cli.Commands;

/// <summary>
/// <c>stack change-secrets-provider</c>: encrypts the secrets of state and settings anew, with another passphrase or a key in a vault. The old
/// passphrase comes from where all commands take it, the new one from the first line of the input, as Pulumi's does; whoever leaves a vault
/// may give it by the variables.
/// </summary>
internal sealed class StackChangeSecretsProviderCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var provider = new Argument<string>("provider") { Description = "What encrypts from now on: passphrase, or azurekeyvault://<vault>.vault.azure.net/keys/<key>" };
        var command = new Command("change-secrets-provider", "Encrypt the secrets of the stack with another passphrase, read from the input, or with a key in a vault") { provider };
        return run.Handle(command, async (arguments, context, cancellationToken) =>
        {
            var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
            var choice = await ChooseAsync(arguments.GetRequiredValue(provider), await workspace.OpenStackAsync(cancellationToken), workspace, context, cancellationToken);
            var store = await workspace.OpenStackForSecretsAsync(choice, cancellationToken);
            await store.ChangeSecretsProviderAsync(cancellationToken);
            await context.Terminal.Out.WriteLineAsync(
                (choice is SecretsChoice.VaultKey
                    ? $"The secrets of '{store.Stack.Stack}' are encrypted with '{store.Settings.SecretsProvider}'. "
                    : $"The secrets of '{store.Stack.Stack}' have the new passphrase; set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE to it. ")
                + "The .bak file, the history and the backups keep the old key.");
            return ExitCode.Success;
        });
    }

    private static async Task<SecretsChoice> ChooseAsync(
        string provider, StackStore store, ProjectWorkspace workspace, CommandContext context, CancellationToken cancellationToken)
    {
        if (!SecretsProviderArgument.IsPassphrase(provider))
            return new SecretsChoice.VaultKey(provider);

        // Where no passphrase is in use, the one of the variables can only be the new one.
        return new SecretsChoice.Passphrase(
            store.Secrets.Type != PassphraseSecretsManager.TypeName && await workspace.PassphraseAsync(cancellationToken) is { } passphrase
                ? passphrase
                : await ReadAsync(context, cancellationToken));
    }

    private static async Task<string> ReadAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (!context.Terminal.IsInteractive)
        {
            return (await context.Terminal.In.ReadLineAsync(cancellationToken))?.Trim() ?? throw new CommandException(new CommandError(
                "ACC6026", ExitCode.Usage, "There is no new passphrase; give it as the first line of the input."));
        }

        while (true)
        {
            var first = Ask("New passphrase:");
            if (first == Ask("The same again:"))
                return first;
            context.Terminal.Console.WriteLine("They differ; type it again.");
        }

        string Ask(string prompt) => context.Terminal.Console.Prompt(new TextPrompt<string>(prompt).Secret(null).AllowEmpty());
    }
}
