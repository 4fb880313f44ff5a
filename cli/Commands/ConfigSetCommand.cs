using System.CommandLine;
using Provisioning.Cli.Diagnostics;
using Provisioning.Cli.Workspaces;
using Provisioning.Engine.Projects;
using Spectre.Console;

namespace Provisioning.Cli.Commands;

/// <summary><c>config set</c>: sets one value, encrypted when it is a secret. Without a value it reads one from the input.</summary>
internal sealed class ConfigSetCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var key = new ConfigKeyArgument();
        var value = new Argument<string?>("value") { Description = "The value (default: read from the input)", Arity = ArgumentArity.ZeroOrOne };
        var secret = new Option<bool>("--secret") { Description = "Encrypt the value" };
        var plaintext = new Option<bool>("--plaintext") { Description = "Store the value as it is, even when it looks like a secret" };
        var command = new Command("set", "Set a configuration value");
        key.AddTo(command);
        command.Arguments.Add(value);
        command.Options.Add(secret);
        command.Options.Add(plaintext);
        return run.Handle(command, async (arguments, context, cancellationToken) =>
        {
            var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
            var store = await workspace.OpenAnyStackAsync(cancellationToken);
            var path = key.Read(arguments, workspace.Project);
            var text = arguments.GetValue(value) ?? await ReadAsync(context, arguments.GetValue(secret), cancellationToken);
            if (arguments.GetValue(secret))
            {
                await store.SetSecretConfigAsync(path, text, cancellationToken);
                return ExitCode.Success;
            }

            if (!arguments.GetValue(plaintext) && SecretNames.LooksSecret(path.Key.Name))
            {
                throw new CommandException(new CommandError(
                    "ACC7010", ExitCode.Usage, $"'{path.Key}' looks like a secret; give --secret to encrypt it, or --plaintext when it is none."));
            }

            await store.SetConfigAsync(path, key.IsPath(arguments) ? ConfigValue.FromArgument(text) : ConfigValue.FromString(text), cancellationToken);
            return ExitCode.Success;
        });
    }

    private static async Task<string> ReadAsync(CommandContext context, bool secret, CancellationToken cancellationToken)
    {
        if (context.Terminal.IsInteractive)
            return context.Terminal.Console.Prompt(secret ? new TextPrompt<string>("value:").Secret(null) : new TextPrompt<string>("value:"));

        return (await context.Terminal.In.ReadToEndAsync(cancellationToken)).TrimEnd('\r', '\n');
    }
}
