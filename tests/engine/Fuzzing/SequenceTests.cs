using Xunit.Abstractions;

namespace Provisioning.Engine.Tests.Fuzzing;

/// <summary>
/// Random programs, and whatever may happen to a stack in a random order: nothing is forgotten or made twice, what was said is done,
/// and in the end everything is as after a clean run. Every bug that a run found is a test of <see cref="FoundBySequencesTests"/>.
/// </summary>
public sealed class SequenceTests(ITestOutputHelper output)
{
    /// <summary>How often a smaller sequence is tried, because what runs at once may run in another order.</summary>
    private const int Tries = 3;

    [Fact]
    public async Task Whatever_happens_to_a_stack_the_model_holds()
    {
        var run = FuzzRun.FromEnvironment();
        var steps = 0;
        for (var seed = run.Seed; seed < run.Seed + run.Count; seed++)
        {
            var sequence = FuzzSequence.Of(seed);
            steps += sequence.Count;
            if (await FuzzTrial.RunAsync(sequence) is { Length: > 0 } failure)
                Assert.Fail(await ReportAsync(seed, sequence, failure));
        }

        output.WriteLine($"{run.Count} sequences from seed {run.Seed}, {steps} steps");
    }

    private static async Task<string> ReportAsync(int seed, IReadOnlyList<FuzzStep> sequence, string failure)
    {
        var shrunken = await Shrinking.ShrinkAsync(sequence, async candidate => (await FailAsync(candidate)).Length > 0);
        return $"""
            The sequence of seed {seed} fails: {failure}
            Repeat it with {FuzzRun.CountVariable}=1 {FuzzRun.SeedVariable}={seed}. Shrunken, it fails so: {await FailAsync(shrunken)}
            {string.Join(",\n", shrunken)}
            """;
    }

    private static async Task<string> FailAsync(IReadOnlyList<FuzzStep> sequence)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await FuzzTrial.RunAsync(sequence) is { Length: > 0 } failure)
                return failure;
        }

        return "";
    }
}
