using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Tests.Model;

namespace Provisioning.Infra.Tests.Fuzzing;

/// <summary>
/// Documents that fuzzing found, cut down to what it takes: one that threw, and those that cost too much. Their time counts in a long run only.
/// </summary>
[Collection(FuzzRun.Collection)]
public sealed class FoundByFuzzingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("found-by-fuzzing").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("\"\\UFFFFFFFF")]
    [InlineData("location: \"\\U80000000\"")]
    public void Escape_far_beyond_Unicode_is_a_syntax_error(string text) =>
        Assert.Equal(ReadingDiagnostics.Syntax, Assert.Single(Documents.Load(text).Diagnostics).Descriptor);

    [Fact]
    public void Long_key_that_aliases_repeat_is_read_cheaply() => AssertCheap(
        $"{Documents.Minimal}identities:\n  first: &entry\n    ? \"{string.Concat(Enumerable.Repeat("x-", 200_000))}\"\n    : 1\n{Entries(10_000, index => "*entry")}");

    [Fact]
    public void Long_name_of_an_entry_that_holds_a_mistake_is_read_cheaply() => AssertCheap(
        $"{Documents.Minimal}applications:\n  ? \"{new string('x', 400_000)}\"\n  : {{ {string.Join(", ", Enumerable.Range(0, 10_000).Select(index => $"k{index}: 1"))} }}\n");

    [Fact]
    public void Long_number_for_a_text_that_aliases_repeat_is_read_cheaply() => AssertCheap(
        $"{Documents.Minimal}identities:\n  first: {{ name: &text {new string('1', 400_000)} }}\n{Entries(10_000, index => "{ name: *text }")}");

    [Fact]
    public void Long_whole_number_that_aliases_repeat_is_read_cheaply() => AssertCheap(
        $"{Documents.Minimal}vaults:\n  first: {{ softDeleteDays: &days {new string('1', 400_000)} }}\n{Entries(10_000, index => "{ softDeleteDays: *days }")}");

    [Fact]
    public void Thousands_of_misspelt_references_are_read_cheaply() => AssertCheap(
        $"{Documents.Minimal}identities:\n{Entries(6_000, index => $"{{ name: id-{index} }}", "an-identity-that-trains-")}"
        + $"workloads:\n{Entries(6_000, index => $"{{ identity: an-identity-that-trainz-{index} }}")}");

    [Fact]
    public void Thousands_of_grants_of_one_identity_are_planned_cheaply() => AssertCheap(LargePlan.Write(workloads: 1, containers: 10_000), isValid: true);

    [Fact]
    public void Thousands_of_workloads_with_the_same_need_are_planned_cheaply() => AssertCheap(LargePlan.Write(workloads: 3_000, containers: 1), isValid: true);

    private static string Entries(int count, Func<int, string> value, string stem = "e") =>
        string.Concat(Enumerable.Range(0, count).Select(index => $"  {stem}{index}: {value(index)}\n"));

    private void AssertCheap(string text, bool isValid = false)
    {
        TimeSpan? budget = FuzzRun.FromEnvironment().IsLong ? FuzzingTests.Budget : null;
        TrialOutcome outcome = new DocumentTrial(folder, budget).Run(new FuzzDocument(text, DocumentForm.Memory));

        Assert.True(outcome.Failure.Length == 0, $"It {outcome.Failure}: {outcome.Detail}");
        Assert.Equal(isValid, outcome.IsValid);
    }
}
