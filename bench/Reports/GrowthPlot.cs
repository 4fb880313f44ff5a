using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Provisioning.Bench.Scenarios;
using Provisioning.Bench.Subjects;

namespace Provisioning.Bench.Reports;

/// <summary>Wall time over the size of a stack as a picture, both axes logarithmic: growth in proportion is a line at the slope of the grid.</summary>
internal static class GrowthPlot
{
    private const double Width = 860;
    private const double Height = 520;
    private const double Left = 70;
    private const double Right = 260;
    private const double Top = 30;
    private const double Bottom = 60;

    private static readonly ImmutableArray<string> Colors = ["#0b6bcb", "#2e8540", "#b35900", "#7a3db8", "#c2185b"];

    /// <summary>Draws the results; null when there are fewer than two sizes.</summary>
    public static string? Draw(IReadOnlyList<ScaleResult> results)
    {
        var measured = results.Where(result => result.Sample is not null).ToList();
        if (measured.Select(result => result.Size).Distinct().Count() < 2)
            return null;

        var x = new Axis(measured.Min(result => result.Size), measured.Max(result => result.Size), Left, Width - Right);
        var y = new Axis(measured.Min(Seconds), measured.Max(Seconds), Height - Bottom, Top);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" font-family="sans-serif" font-size="13">""");
        svg.Append("\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        DrawGrid(svg, x, y, [.. measured.Select(result => result.Size).Distinct().Order()]);
        var labels = new List<double>();
        foreach (var line in measured.GroupBy(result => (result.Tool, result.Step)).OrderByDescending(line => Seconds(line.Last())))
            DrawLine(svg, x, y, line.Key.Tool, line.Key.Step, [.. line.OrderBy(result => result.Size)], labels);
        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawGrid(StringBuilder svg, Axis x, Axis y, IReadOnlyList<int> sizes)
    {
        foreach (var size in sizes)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{x.At(size):f1}" y1="{Top}" x2="{x.At(size):f1}" y2="{Height - Bottom}" stroke="#e0e0e0"/>""");
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{x.At(size):f1}" y="{Height - Bottom + 20}" text-anchor="middle">{size}</text>""").Append('\n');
        }

        foreach (var seconds in y.Decades)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{Left}" y1="{y.At(seconds):f1}" x2="{Width - Right}" y2="{y.At(seconds):f1}" stroke="#e0e0e0"/>""");
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{Left - 8}" y="{y.At(seconds) + 4:f1}" text-anchor="end">{seconds} s</text>""").Append('\n');
        }

        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{(Left + Width - Right) / 2}" y="{Height - 15}" text-anchor="middle">resources</text>""").Append('\n');
    }

    private static void DrawLine(StringBuilder svg, Axis x, Axis y, string tool, Step step, IReadOnlyList<ScaleResult> line, List<double> labels)
    {
        var color = Colors[(int)step];
        var dashes = tool switch
        {
            "provision" => "",
            "terraform" => " stroke-dasharray=\"6 4\"",
            _ => " stroke-dasharray=\"1 3\"",
        };
        var points = string.Join(' ', line.Select(result => string.Create(CultureInfo.InvariantCulture, $"{x.At(result.Size):f1},{y.At(Seconds(result)):f1}")));
        svg.Append(CultureInfo.InvariantCulture, $"""<polyline points="{points}" fill="none" stroke="{color}" stroke-width="2"{dashes}/>""").Append('\n');
        foreach (var result in line)
            svg.Append(CultureInfo.InvariantCulture, $"""<circle cx="{x.At(result.Size):f1}" cy="{y.At(Seconds(result)):f1}" r="3" fill="{color}"/>""");

        // Labels stand below one another, in the order of the lines' ends.
        var height = Math.Max(y.At(Seconds(line[^1])) + 4, labels.Count == 0 ? 0 : labels[^1] + 16);
        labels.Add(height);
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{Width - Right + 12}" y="{height:f1}" fill="{color}">{tool}: {NameOf(tool, step)}</text>""").Append('\n');
    }

    private static string NameOf(string tool, Step step) => (tool, step) switch
    {
        ("terraform", Step.Up) => "first apply",
        ("terraform", Step.Preview) => "plan, no change",
        ("terraform", Step.UpAgain) => "apply, no change",
        ("terraform", Step.Refresh) => "apply -refresh-only",
        _ => MarkdownReport.NameOf(step).Replace("`", "", StringComparison.Ordinal),
    };

    private static double Seconds(ScaleResult result) => result.Sample?.Wall.TotalSeconds ?? 0;

    /// <summary>Maps values to places, by their logarithms.</summary>
    private sealed record Axis(double Least, double Most, double From, double To)
    {
        /// <summary>The powers of ten among the values.</summary>
        public IEnumerable<double> Decades => Enumerable.Range(-3, 8).Select(power => Math.Pow(10, power)).Where(value => value >= Least && value <= Most);

        public double At(double value) => From + ((To - From) * Math.Log(value / Least) / Math.Log(Most / Least));
    }
}
