using Provisioning.Verification.Findings;

namespace Provisioning.Verification.Tests.Findings;

public sealed class VerificationReportTests
{
    [Fact]
    public void Report_in_which_everything_held_says_so()
    {
        var report = Report(Outcome.Held, Outcome.Held);

        Assert.True(report is { AllHeld: true, NothingFailed: true });
        Assert.Equal(2, report.Count(Outcome.Held));
    }

    [Fact]
    public void What_could_not_be_tried_did_not_hold_and_did_not_fail() =>
        Assert.True(Report(Outcome.Held, Outcome.Unchecked) is { AllHeld: false, NothingFailed: true });

    [Theory]
    [InlineData(Outcome.NotYetEffective)]
    [InlineData(Outcome.NotGranted)]
    [InlineData(Outcome.Wrong)]
    [InlineData(Outcome.TooMuch)]
    [InlineData(Outcome.Unavailable)]
    public void Every_other_outcome_is_a_failure(Outcome outcome) =>
        Assert.True(Report(Outcome.Held, outcome, Outcome.Unchecked) is { AllHeld: false, NothingFailed: false });

    [Fact]
    public void Longest_wait_that_was_not_in_vain_counts()
    {
        Assert.Equal(TimeSpan.Zero, new VerificationReport([], TimeSpan.Zero).Waited);
        Assert.Equal(TimeSpan.FromSeconds(1), Report(Outcome.Held, Outcome.Held, Outcome.NotYetEffective).Waited);
    }

    private static VerificationReport Report(params Outcome[] outcomes) => new(
        [new ActorFindings("a", "b", "c", [.. outcomes.Select((outcome, index) => new Finding("x", new Verdict(outcome, ""), TimeSpan.Zero, TimeSpan.FromSeconds(index)))])],
        TimeSpan.Zero);
}
