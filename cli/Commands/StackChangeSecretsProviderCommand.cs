using System.CommandLine;
using Provisioning.Cli.Diagnostics;
using Provisioning.Cli.Workspaces;
using Spectre.Console;

namespace Provisioning.Cli.Commands;

/// <summary>
/// <c>stack change-secrets-provider</c>: encrypts the secrets of state and settings anew, with another passphrase. The old one
/// comes from where all commands take it, the new one from the first line of the input, as Pulumi's does.
/// </summary>
internal sealed class StackChangeSecretsProviderCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var provider = new Argument<string>("provider") { Description = "What encrypts from now on: passphrase" };
        var command = new Command("change-secrets-provider", "Encrypt the secrets of the stack with another passphrase, read from the input") { provider };
        return run.Handle(command, async (arguments, context, cancellationToken) =>
        {
            if (arguments.GetRequiredValue(provider) is not ("passphrase" or "default") and var other)
            {
                throw new CommandException(new CommandError(
                    "ACC6025", ExitCode.Usage, $"Secrets cannot be encrypted by '{other}'; this engine supports passphrase."));
            }

            var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
            await workspace.OpenStackAsync(cancellationToken);
            var store = await workspace.OpenStackForPassphraseAsync(await ReadAsync(context, cancellationToken), cancellationToken);
            await store.ChangePassphraseAsync(cancellationToken);
            await context.Terminal.Out.WriteLineAsync(
                $"The secrets of '{store.Stack.Stack}' have the new passphrase; set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE to it. "
                + "The .bak file, the history and the backups keep the old one.");
            return ExitCode.Success;
        });
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
