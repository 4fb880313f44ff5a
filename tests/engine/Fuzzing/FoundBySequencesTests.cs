namespace Provisioning.Engine.Tests.Fuzzing;

/// <summary>The sequences that a run of <see cref="SequenceTests"/> found a bug with, shrunken.</summary>
public sealed class FoundBySequencesTests
{
    private static async Task AssertHolds(params FuzzStep[] steps) => Assert.Equal("", await FuzzTrial.RunAsync(steps));
}
