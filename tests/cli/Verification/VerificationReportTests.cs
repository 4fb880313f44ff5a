using Provisioning.Cli.Rendering;
using Provisioning.Cli.Rendering.Json;
using Provisioning.Cli.Terminals;
using Provisioning.Cli.Verification;
using Provisioning.Verification.Findings;

namespace Provisioning.Cli.Tests.Verification;

public sealed class VerificationReportTests
{
    [Fact]
    public void Text_names_every_outcome_and_says_what_to_do() => ReportGolden.Compare("report.txt", Text(SampleReport.WithEveryOutcome));

    [Fact]
    public void Json_names_every_outcome_and_says_what_to_do() => ReportGolden.Compare("report.json", VerificationJson.Write(SampleReport.WithEveryOutcome) + "\n");

    [Fact]
    public void Goldens_have_every_outcome() =>
        Assert.All(Enum.GetValues<Outcome>(), outcome => Assert.True(SampleReport.WithEveryOutcome.Count(outcome) > 0, $"{outcome}"));

    [Fact]
    public void End_of_a_good_report_is_one_line() =>
        Assert.Equal("All 2 checks held, in 1.0 s.", Text(SampleReport.With(Outcome.Held, Outcome.Held)).TrimEnd().Split('\n')[^1]);

    [Theory]
    [InlineData(false, ExitCode.Success, Outcome.Held)]
    [InlineData(false, ExitCode.Error, Outcome.Held, Outcome.Unchecked)]
    [InlineData(true, ExitCode.Success, Outcome.Held, Outcome.Unchecked)]
    [InlineData(true, ExitCode.Error, Outcome.Unchecked, Outcome.NotYetEffective)]
    [InlineData(true, ExitCode.Error, Outcome.NotGranted)]
    [InlineData(true, ExitCode.Error, Outcome.Wrong)]
    [InlineData(true, ExitCode.Error, Outcome.TooMuch)]
    [InlineData(true, ExitCode.Error, Outcome.Unavailable)]
    internal void Exit_code_is_0_when_all_held_or_the_gaps_are_allowed(bool allowUnchecked, ExitCode exit, params Outcome[] outcomes) =>
        Assert.Equal(exit, new VerificationChoices { AllowUnchecked = allowUnchecked }.Exit(SampleReport.With(outcomes)));

    private static string Text(VerificationReport report)
    {
        var output = new StringWriter { NewLine = "\n" };
        var text = new VerificationText(Terminal.Create(TextReader.Null, output, TextWriter.Null, interactive: false, ansi: false, width: 150));
        foreach (var actor in report.Actors)
            text.Write(actor);
        text.Write(report);
        return string.Join('\n', output.ToString().Split('\n').Select(line => line.TrimEnd()));
    }
}
