using System.CommandLine;
using System.Globalization;
using Provisioning.Cli.Rendering;
using Provisioning.Cli.Rendering.Json;
using Provisioning.Cli.Workspaces;

namespace Provisioning.Cli.Commands;

/// <summary><c>stack history</c>: lists the past operations of a stack, newest first.</summary>
internal sealed class StackHistoryCommand : ICommandDefinition
{
    private const int DefaultPageSize = 10;

    public Command Build(CommandRunner run)
    {
        var json = new Option<bool>("--json", "-j") { Description = "Write machine-readable JSON" };
        var showSecrets = new Option<bool>("--show-secrets") { Description = "Show secret configuration in plain, in JSON" };
        var pageSize = Positive("--page-size", "How many operations a page has", DefaultPageSize);
        var page = Positive("--page", "Which page to show", 1);
        var command = new Command("history", "List what was done to the stack, newest first") { json, showSecrets, pageSize, page };
        command.Aliases.Add("hist");
        return run.Handle(command, async (arguments, context, cancellationToken) =>
        {
            var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
            var store = await workspace.OpenStackAsync(cancellationToken);
            var (size, number) = (arguments.GetValue(pageSize), arguments.GetValue(page));
            var updates = (await workspace.Backend.ReadHistoryAsync(store.Stack, cancellationToken))
                .Skip((int)Math.Min(int.MaxValue, (long)size * (number - 1))).Take(size).ToList();
            if (arguments.GetValue(json))
            {
                var entries = await HistoryJson.PrepareAsync(updates, store, arguments.GetValue(showSecrets), cancellationToken);
                await context.Terminal.Out.WriteLineAsync(JsonText.Of(writer => HistoryJson.Write(writer, entries), indented: true));
            }
            else if (updates.Count == 0)
            {
                await context.Terminal.Out.WriteLineAsync(number > 1 ? $"There is nothing on page {number}." : $"Nothing was done to the stack '{store.Stack.Stack}' yet.");
            }
            else
            {
                await context.Terminal.Out.WriteAsync(string.Join("\n", updates.Select(HistoryText.Of)));
            }

            return ExitCode.Success;
        });
    }

    private static Option<int> Positive(string name, string description, int usual)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "count", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => int.TryParse(token.Value, CultureInfo.InvariantCulture, out var count) && count < 1))
                result.AddError($"{name} must be at least 1.");
        });
        return option;
    }
}
