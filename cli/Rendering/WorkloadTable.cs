using Provisioning.Cli.Terminals;
using Provisioning.Protocol.Values;
using Spectre.Console;

namespace Provisioning.Cli.Rendering;

/// <summary>
/// The stack's workloads, from its output <c>workloads</c>: where each runs, as which identity, what it may do, and
/// which Deep Lake organizations know it.
/// </summary>
internal static class WorkloadTable
{
    /// <summary>Writes the table; nothing when the stack has no workloads.</summary>
    public static void Write(Terminal terminal, PropertyMap outputs)
    {
        if (outputs.GetOrNull("workloads") is not PropertyValue.ObjectValue { Members: { Count: > 0 } workloads })
            return;

        var table = new Table().Border(terminal.IsInteractive ? TableBorder.Rounded : TableBorder.Ascii);
        foreach (var title in (string[])["Workload", "Runs on", "Identity", "May", "Deep Lake"])
            table.AddColumn(new TableColumn(new Text(title, Style.Parse("bold"))));
        foreach (var (name, value) in workloads)
        {
            if (value is not PropertyValue.ObjectValue { Members: var workload })
                continue;

            table.AddRow(
                new Text(name),
                new Text(Line(workload.GetOrNull("runsOn"))),
                new Text(Line(workload.GetOrNull("identity"))),
                new Text(Lines(workload.GetOrNull("access"))),
                new Text(Lines(workload.GetOrNull("deeplake"))));
        }

        terminal.Console.WriteLine();
        terminal.Console.Write(table);
    }

    private static string Line(PropertyValue value) => value switch
    {
        PropertyValue.StringValue text => text.Value,
        PropertyValue.NullValue => "",
        _ => PropertyText.Inline(value),
    };

    private static string Lines(PropertyValue value) => value is PropertyValue.ArrayValue array
        ? string.Join('\n', array.Items.Select(Item))
        : Line(value);

    private static string Item(PropertyValue item) => item is PropertyValue.ObjectValue { Members: var access } && access.ContainsKey("role")
        ? $"{Line(access.GetOrNull("role"))} on {Line(access.GetOrNull("on") is PropertyValue.NullValue ? access.GetOrNull("scope") : access.GetOrNull("on"))}"
        : Line(item);
}
