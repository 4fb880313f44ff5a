using Provisioning.Cli.Terminals;
using Provisioning.Verification.Findings;
using Spectre.Console;

namespace Provisioning.Cli.Rendering;

/// <summary>What a verification found, for people: a table of marks for each actor, and one line at the end.</summary>
/// <param name="terminal">Where it is written.</param>
internal sealed class VerificationText(Terminal terminal)
{
    /// <summary>Writes the checks of one actor; below each that did not hold, what to do.</summary>
    public void Write(ActorFindings actor)
    {
        terminal.Console.WriteLine(Title(actor));
        var grid = new Grid()
            .AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(1))
            .AddColumn(new GridColumn().PadRight(2))
            .AddColumn(new GridColumn().PadRight(2))
            .AddColumn(new GridColumn().NoWrap().RightAligned());
        foreach (var finding in actor.Findings)
        {
            var verdict = finding.Verdict;
            grid.AddRow(new Text(Mark(verdict.Outcome), Style(verdict.Outcome)), new Text(finding.Check), new Text(Detail(finding)), new Text(Elapsed.Text(finding.Latency)));
            if (verdict.Remedy.Length > 0)
                grid.AddRow(new Text(""), new Text(""), new Text($"→ {verdict.Remedy}", new Style(Color.Yellow)), new Text(""));
        }

        terminal.Console.Write(grid);
        terminal.Console.WriteLine();
    }

    /// <summary>Writes the end.</summary>
    public void Write(VerificationReport report)
    {
        var checks = report.Actors.Sum(actor => actor.Findings.Length);
        var rest = Enum.GetValues<Outcome>().Where(outcome => outcome is not Outcome.Held && report.Count(outcome) > 0).Select(outcome => $"{report.Count(outcome)} {Words(outcome)}");
        var summary = string.Join(", ", rest.Prepend(report.AllHeld ? $"All {checks} checks held" : $"{report.Count(Outcome.Held)} of {checks} checks held"));
        terminal.Console.WriteLine($"{summary}, in {Elapsed.Text(report.Duration)}.");
        if (report.Waited > TimeSpan.Zero)
            terminal.Console.WriteLine($"Access became effective after {Elapsed.Text(report.Waited)} at most.");
    }

    // A compute with an identity of its own is called as its identity is, and runs on itself; resources are nobody.
    private static string Title(ActorFindings actor)
    {
        var identity = actor.Identity.Length == 0 || actor.Identity == actor.Name ? "" : $" as {actor.Identity}";
        var place = actor.RunsOn.Length == 0 || actor.RunsOn == actor.Name ? "" : $" on {actor.RunsOn}";
        return $"{actor.Name}{identity}{place}";
    }

    private static string Detail(Finding finding) => finding.Verdict.Outcome is Outcome.Held
        ? finding.Waited > TimeSpan.Zero ? $"{finding.Verdict.Detail} (after {Elapsed.Text(finding.Waited)})" : finding.Verdict.Detail
        : $"{Words(finding.Verdict.Outcome)}: {finding.Verdict.Detail}{(finding.Waited > TimeSpan.Zero ? $" (waited {Elapsed.Text(finding.Waited)})" : "")}";

    private static string Mark(Outcome outcome) => outcome switch
    {
        Outcome.Held => "✓",
        Outcome.Unchecked => "-",
        Outcome.NotYetEffective => "…",
        _ => "✗",
    };

    private static Style Style(Outcome outcome) => new(outcome switch
    {
        Outcome.Held => Color.Green,
        Outcome.Unchecked => Color.Grey,
        Outcome.NotYetEffective => Color.Yellow,
        _ => Color.Red,
    });

    private static string Words(Outcome outcome) => outcome switch
    {
        Outcome.Held => "held",
        Outcome.NotYetEffective => "not yet effective",
        Outcome.NotGranted => "not granted",
        Outcome.Wrong => "wrong",
        Outcome.TooMuch => "too much",
        Outcome.Unavailable => "unavailable",
        Outcome.Unchecked => "not checked",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
    };
}
