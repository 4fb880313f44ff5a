using System.Collections.Immutable;
using Provisioning.Cli.Terminals;
using Provisioning.Cli.Views;
using Provisioning.Engine.Events;
using Provisioning.Protocol.Values;
using Pulumirpc;
using Spectre.Console;

namespace Provisioning.Cli.Rendering;

/// <summary>What comes after the table: messages, outputs, counts and the duration, in Pulumi's order and words.</summary>
internal static class SummaryReport
{
    private const int OutputWidth = 100;

    public static void Write(Terminal terminal, OperationView view, PropertyMap outputs)
    {
        WriteDiagnostics(terminal.Console, view.Diagnostics);
        WriteOutputs(terminal.Console, outputs);
        if (view.Summary is not { } summary)
            return;

        WriteCounts(terminal.Console, summary);
        if (summary.MaybeCorrupt)
            terminal.Console.MarkupLine("[yellow]warning:[/] a provider could not tell in which state it left a resource; run `provision refresh` before the next update.");
        if (!summary.Preview)
            terminal.Console.WriteLine($"Duration: {StatusText.Duration(summary.Duration)}");
    }

    private static void WriteDiagnostics(IAnsiConsole console, ImmutableArray<DiagnosticLine> diagnostics)
    {
        if (diagnostics.IsEmpty)
            return;

        console.MarkupLine("[bold]Diagnostics:[/]");
        foreach (var group in diagnostics.GroupBy(diagnostic => diagnostic.Urn))
        {
            console.WriteLine(group.Key is { } urn ? $"  {urn.Type} ({urn.Name}):" : "  stack:");
            foreach (var diagnostic in group)
                WriteMessage(console, diagnostic);
            console.WriteLine();
        }
    }

    private static void WriteMessage(IAnsiConsole console, DiagnosticLine diagnostic)
    {
        var (label, color) = diagnostic.Severity switch
        {
            LogSeverity.Error => (diagnostic.Id.Length > 0 ? $"error {diagnostic.Id}: " : "error: ", "red"),
            LogSeverity.Warning => ("warning: ", "yellow"),
            _ => ("", "default"),
        };
        var lines = diagnostic.Message.TrimEnd().Split('\n');
        console.Write(new Text("    "));
        console.Write(new Text(label, Style.Parse(color)));
        console.WriteLine(lines[0]);
        foreach (var line in lines.Skip(1))
            console.WriteLine("    " + line);
    }

    private static void WriteOutputs(IAnsiConsole console, PropertyMap outputs)
    {
        if (outputs.Count == 0)
            return;

        var width = outputs.Keys.Max(key => key.Length);
        console.MarkupLine("[bold]Outputs:[/]");
        foreach (var (key, value) in outputs)
            console.WriteLine($"    {key.PadRight(width)}: {Shorten(value)}");
        console.WriteLine();
    }

    private static string Shorten(PropertyValue value) => value switch
    {
        PropertyValue.ObjectValue { Members.Count: > 0 } @object => $"{{ {string.Join(", ", @object.Members.Keys)} }}" is { Length: <= OutputWidth } keys
            ? keys
            : $"{{ {@object.Members.Count} members }}",
        PropertyValue.ArrayValue { Items.Length: > 0 } array => $"[ {array.Items.Length} items ]",
        _ => PropertyText.Inline(value, OutputWidth),
    };

    private static void WriteCounts(IAnsiConsole console, EngineEvent.Summary summary)
    {
        console.MarkupLine("[bold]Resources:[/]");
        var changed = summary.Changes.Where(change => change.Key != StepOp.Same && change.Value > 0).ToList();
        foreach (var (op, count) in changed)
        {
            var style = StatusText.Color(op) is { Length: > 0 } color ? Style.Parse(color) : Style.Plain;
            console.Write(new Text($"    {StatusText.Symbol(op)}{count} {StatusText.Counted(op, summary.Preview)}", style));
            console.WriteLine();
        }

        var unchanged = summary.Changes.GetValueOrDefault(StepOp.Same);
        if (changed.Count > 1)
            console.WriteLine($"    {changed.Sum(change => change.Value)} changes. {unchanged} unchanged");
        else if (unchanged > 0 || changed.Count == 0)
            console.WriteLine($"    {unchanged} unchanged");
        console.WriteLine();
    }
}
