using Provisioning.Engine.State;
using Provisioning.Engine.Tests.Harness;

namespace Provisioning.Engine.Tests;

/// <summary>A program that says the same again: its journal names each resource and repeats none.</summary>
public sealed class UnchangedRunTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_resource_is_recorded_as_unchanged(int seed)
    {
        var stack = new TestStack();
        var program = RandomProgram.Next(new Random(seed));
        await stack.UpAsync(program.RunAsync);
        var resources = stack.Snapshot.Resources;

        await stack.UpAsync(program.RunAsync);

        Assert.Equal(resources.Length, stack.Journal.Changes.Count);
        Assert.All(stack.Journal.Changes, change => Assert.True(change.IsUnchanged, change.After?.Urn.ToString()));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task An_interrupted_run_with_new_resources_is_replayed_to_the_state_that_it_had(int seed)
    {
        var random = new Random(seed);
        var stack = new TestStack();
        await stack.UpAsync(RandomProgram.Next(random).RunAsync);
        var before = stack.Snapshot;

        await stack.UpAsync(RandomProgram.Next(random).RunAsync);

        for (var entries = 0; entries <= stack.Journal.Count; entries++)
            SnapshotIntegrity.Verify(stack.Journal.Replay(before, entries));
        Assert.Equal(
            stack.Snapshot.Resources.Select(resource => (resource.Urn, resource.Id, resource.Delete)),
            stack.Journal.Replay(before, stack.Journal.Count).Resources.Select(resource => (resource.Urn, resource.Id, resource.Delete)));
    }
}
