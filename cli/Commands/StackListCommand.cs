using System.CommandLine;
using Provisioning.Cli.Rendering.Json;
using Provisioning.Cli.Workspaces;
using Spectre.Console;

namespace Provisioning.Cli.Commands;

/// <summary><c>stack ls</c>: lists the stacks of the project.</summary>
internal sealed class StackListCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var all = new Option<bool>("--all", "-a") { Description = "Also list the stacks of other projects" };
        var json = new Option<bool>("--json", "-j") { Description = "Write machine-readable JSON" };
        var command = new Command("ls", "List stacks") { all, json };
        command.Aliases.Add("list");
        return run.Handle(command, async (arguments, context, cancellationToken) =>
        {
            var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
            var current = await workspace.CurrentStackAsync(cancellationToken);
            var stacks = await workspace.Backend.ListStacksAsync(arguments.GetValue(all) ? null : workspace.Project.Name, cancellationToken);
            var lines = stacks.Select(stack => new Line(
                stack.Stack.Project == workspace.Project.Name ? stack.Stack.Stack : stack.Stack.FullName,
                stack.Stack == current,
                stack.LastUpdate,
                stack.ResourceCount)).ToList();
            if (arguments.GetValue(json))
                context.Terminal.Out.WriteLine(Json(lines));
            else
                context.Terminal.Console.Write(Table(lines));
            return ExitCode.Success;
        });
    }

    private static Table Table(IEnumerable<Line> lines)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (var title in (string[])["NAME", "LAST UPDATE", "RESOURCE COUNT"])
            table.AddColumn(new TableColumn(new Text(title)).NoWrap().PadLeft(0).PadRight(2));
        foreach (var line in lines)
        {
            table.AddRow(
                new Text(line.Name + (line.IsCurrent ? "*" : "")),
                new Text(line.LastUpdate?.ToString("u") ?? "never"),
                new Text(line.ResourceCount?.ToString() ?? "n/a"));
        }

        return table;
    }

    private static string Json(IEnumerable<Line> lines) => JsonText.Of(
        json =>
        {
            json.WriteStartArray();
            foreach (var line in lines)
            {
                json.WriteStartObject();
                json.WriteString("name", line.Name);
                json.WriteBoolean("current", line.IsCurrent);
                if (line.LastUpdate is { } time)
                    json.WriteString("lastUpdate", time.UtcDateTime);
                if (line.ResourceCount is { } count)
                    json.WriteNumber("resourceCount", count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        indented: true);

    private sealed record Line(string Name, bool IsCurrent, DateTimeOffset? LastUpdate, int? ResourceCount);
}
