using System.Collections.Immutable;
using Provisioning.Cli.Views;
using Spectre.Console;

namespace Provisioning.Cli.Rendering;

/// <summary>The table of resources: symbol, type with guide lines, name, status and information.</summary>
internal static class TreeTable
{
    /// <summary>Lays out rows for a moment in time.</summary>
    /// <param name="rows">The rows to show.</param>
    /// <param name="preview">Whether the status is a plan.</param>
    /// <param name="now">For the time that running steps have taken.</param>
    public static Table Build(ImmutableArray<TreeRow> rows, bool preview, DateTimeOffset now)
    {
        var table = new Table().Border(TableBorder.None).Collapse();
        table.AddColumn(Column("", 2));
        table.AddColumn(Column("Type", null));
        table.AddColumn(Column("Name", null));
        table.AddColumn(Column(preview ? "Plan" : "Status", null));
        table.AddColumn(new TableColumn(Header("Info")).NoWrap().PadLeft(0).PadRight(0));
        foreach (var (guide, row) in rows)
        {
            var style = Style.Parse(row.Phase == ResourcePhase.Failed ? "red" : StatusText.Color(row.Op) is { Length: > 0 } color ? color : "default");
            table.AddRow(
                new Text(StatusText.Symbol(row.Op), style),
                new Text(guide + row.Urn.Type),
                new Text(row.Urn.Name),
                new Text(StatusText.Status(row, now), style),
                new Text(InfoText.Of(row), row.Phase == ResourcePhase.Running ? Style.Parse("grey") : Style.Plain) { Overflow = Overflow.Ellipsis });
        }

        return table;
    }

    private static TableColumn Column(string title, int? width)
    {
        var column = new TableColumn(Header(title)).NoWrap().PadLeft(0).PadRight(2);
        return width is { } columns ? column.Width(columns) : column;
    }

    private static Text Header(string title) => new(title, Style.Parse("bold"));
}
