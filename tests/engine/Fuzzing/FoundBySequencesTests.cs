namespace Provisioning.Engine.Tests.Fuzzing;

/// <summary>The sequences that a run of <see cref="SequenceTests"/> found a bug with, shrunken.</summary>
public sealed class FoundBySequencesTests
{
    [Fact]
    public Task What_refers_to_a_resource_that_is_renamed_and_replaced_refers_to_the_new_one() => AssertHolds(
        new FuzzStep.Change(new("j") { Zone = 1 }, new("h") { Watch = "j", Protect = true }),
        new FuzzStep.Command(CommandKind.Up),
        new FuzzStep.Change(new DeclaredResource("l") { Alias = "j", DeletesFirst = true }),
        new FuzzStep.Command(CommandKind.Up));

    [Fact]
    public Task Renamed_resource_whose_replacement_was_interrupted_is_there_beside_it() => AssertHolds(
        new FuzzStep.Change(new DeclaredResource("d") { Zone = 1 }),
        new FuzzStep.Command(CommandKind.Up),
        new FuzzStep.Change(new DeclaredResource("c") { Alias = "d" }),
        new FuzzStep.Command(CommandKind.Up) { DiesAt = 0.359 },
        new FuzzStep.Command(CommandKind.Refresh));

    [Fact]
    public Task Interrupted_replacement_of_what_is_no_target_is_not_forgotten() => AssertHolds(
        new FuzzStep.Change(new DeclaredResource("g") { Zone = 1 }),
        new FuzzStep.Command(CommandKind.Up),
        new FuzzStep.Change(new DeclaredResource("g")),
        new FuzzStep.Command(CommandKind.Up) { DiesAt = 0.357 },
        new FuzzStep.Command(CommandKind.Up) { Targets = ["j"] });

    [Fact]
    public Task Retained_resource_takes_nothing_with_it_when_it_is_replaced() => AssertHolds(
        new FuzzStep.Change(new("d") { Retain = true }, new("l") { DeletedWith = "d" }),
        new FuzzStep.Command(CommandKind.Up),
        new FuzzStep.Change(new DeclaredResource("d") { Zone = 2, DeletesFirst = true }),
        new FuzzStep.Command(CommandKind.Up));

    [Fact]
    public Task Interrupted_replacement_comes_before_what_refers_to_it() => AssertHolds(
        new FuzzStep.Change(new("h"), new("f") { ReplaceWith = "h" }),
        new FuzzStep.Command(CommandKind.Up),
        new FuzzStep.Change(new("h") { Zone = 1 }, new("g"), new("f") { Zone = 1 }),
        new FuzzStep.Command(CommandKind.Up) { DiesAt = 0.185 },
        new FuzzStep.Change(new DeclaredResource("f")),
        new FuzzStep.Command(CommandKind.Up) { Targets = ["e"] });

    [Fact]
    public Task Old_half_stays_as_long_as_something_protected_goes_with_it() => AssertHolds(
        new FuzzStep.Change(new("c") { Zone = 1 }, new("b") { DeletedWith = "c", Protect = true }),
        new FuzzStep.Command(CommandKind.Up),
        new FuzzStep.Change(new DeclaredResource("c")),
        new FuzzStep.Command(CommandKind.Up) { Targets = ["i"], DiesAt = 0.794 },
        new FuzzStep.Command(CommandKind.Up) { DiesAt = 0.625 },
        new FuzzStep.Command(CommandKind.Up));

    [Fact]
    public async Task Renamed_resource_that_is_no_target_is_kept_once()
    {
        // Which of the two registrations comes first is not known.
        for (var attempt = 0; attempt < 20; attempt++)
        {
            await AssertHolds(
                new FuzzStep.Change(new("j"), new("d") { Source = "j" }),
                new FuzzStep.Command(CommandKind.Up),
                new FuzzStep.Change(new("b") { Alias = "j" }, new("d")),
                new FuzzStep.Command(CommandKind.Up) { Targets = ["j"] });
        }
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public Task Creation_that_is_interrupted_twice_is_one_creation(double first, double second) => AssertHolds(
        new FuzzStep.Change(new DeclaredResource("h")),
        new FuzzStep.Command(CommandKind.Up) { DiesAt = first },
        new FuzzStep.Command(CommandKind.Up) { DiesAt = second });

    [Theory]
    [MemberData(nameof(Moments))]
    public Task Creation_that_left_nothing_is_forgotten_for_good(double first, double second) => AssertHolds(
        new FuzzStep.Change(new DeclaredResource("j")),
        new FuzzStep.Command(CommandKind.Up) { DiesAt = first },
        new FuzzStep.Change(),
        new FuzzStep.Command(CommandKind.Up) { DiesAt = second });

    public static TheoryData<double, double> Moments
    {
        get
        {
            var moments = new TheoryData<double, double>();
            foreach (var first in new[] { 0.2, 0.35, 0.5 })
            {
                for (var second = 0.1; second < 0.9; second += 0.1)
                    moments.Add(first, Math.Round(second, 1));
            }

            return moments;
        }
    }

    private static async Task AssertHolds(params FuzzStep[] steps) => Assert.Equal("", await FuzzTrial.RunAsync(steps));
}
