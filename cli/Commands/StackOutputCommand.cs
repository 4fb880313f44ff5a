using System.CommandLine;
using Provisioning.Cli.Diagnostics;
using Provisioning.Cli.Rendering;
using Provisioning.Cli.Rendering.Json;
using Provisioning.Cli.Workspaces;
using Provisioning.Protocol.Values;

namespace Provisioning.Cli.Commands;

/// <summary><c>stack output</c>: prints the outputs of a stack, or one of them.</summary>
internal sealed class StackOutputCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var name = new Argument<string?>("name") { Description = "The output (default: all)", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json", "-j") { Description = "Write machine-readable JSON" };
        var showSecrets = new Option<bool>("--show-secrets") { Description = "Show secrets in plain" };
        return run.Handle(new Command("output", "Print the outputs of the stack") { name, json, showSecrets }, async (arguments, context, cancellationToken) =>
        {
            var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
            var store = await workspace.OpenStackAsync(cancellationToken);
            var outputs = (await store.LoadAsync(cancellationToken)).Snapshot.Outputs;
            var secrets = arguments.GetValue(showSecrets);
            if (arguments.GetValue(name) is { } wanted)
            {
                var value = outputs.TryGetValue(wanted, out var found) ? found : throw new CommandException(new CommandError(
                    "ACC7007", ExitCode.Error, $"The stack '{store.Stack.Stack}' has no output '{wanted}'; it has {string.Join(", ", outputs.Keys)}."));
                context.Terminal.Out.WriteLine(Text(value, arguments.GetValue(json), secrets));
            }
            else if (arguments.GetValue(json))
            {
                context.Terminal.Out.WriteLine(JsonText.Of(writer => PropertyJson.Write(writer, outputs, secrets), indented: true));
            }
            else
            {
                foreach (var (key, value) in outputs)
                    context.Terminal.Out.WriteLine($"{key}: {Text(value, json: false, secrets)}");
            }

            return ExitCode.Success;
        });
    }

    // A string stands alone, so that scripts can use it; anything else is JSON.
    private static string Text(PropertyValue value, bool json, bool showSecrets) => (value, json) switch
    {
        (PropertyValue.StringValue text, false) => text.Value,
        (PropertyValue.SecretValue, false) when !showSecrets => PropertyText.Secret,
        (PropertyValue.SecretValue { Element: PropertyValue.StringValue secret }, false) => secret.Value,
        _ => JsonText.Of(writer => PropertyJson.Write(writer, value, showSecrets), indented: true),
    };
}
