using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Provisioning.Engine.Tests;

/// <summary>
/// Random programs, changed from run to run, with calls that fail at random: whatever happens, every state on the way
/// can be worked with (the harness checks that), and the first run without failures makes the cloud what the program says.
/// </summary>
public sealed class RandomProgramsTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_cloud_becomes_what_the_program_says(int seed)
    {
        var random = new Random(seed);
        var stack = new TestStack();
        for (var run = 0; run < 5; run++)
        {
            var failures = random.Next(3) == 0 ? 0.0 : 0.15;
            FailAtRandom(stack.Cloud, new Random(random.Next()), failures);
            stack.Cloud.DeletesBeforeReplace = random.Next(2) == 0;
            var options = new OperationOptions { ContinueOnError = random.Next(2) == 0, Refresh = random.Next(3) == 0, Parallel = random.Next(1, 5) };
            await stack.UpAsync(RandomProgram.Next(random).RunAsync, options);
        }

        FailAtRandom(stack.Cloud, random, 0);
        var program = RandomProgram.Next(random);
        var outcome = await stack.UpAsync(program.RunAsync);

        Assert.Equal(OperationResult.Succeeded, outcome.Result);
        Assert.Equal(program.Names.Order(), stack.Names.Order());
        Assert.Equal(
            stack.Snapshot.Resources.Where(resource => resource.Custom && !resource.Urn.IsProvider).Select(resource => resource.Id).Order(),
            stack.Cloud.Resources.Keys.Order());

        await stack.UpAsync(program.RunAsync);
        Assert.All(stack.Events.Steps, step => Assert.StartsWith("same ", step));

        await stack.DestroyAsync();
        Assert.Empty(stack.Snapshot.Resources);
        Assert.Empty(stack.Cloud.Resources);
    }

    private static void FailAtRandom(FakeCloud cloud, Random random, double probability)
    {
        cloud.OnCreate = (request, _) => Fails() ? throw Failure("create") : Task.FromResult<CreateResponse?>(null);
        cloud.OnUpdate = _ => Fails() ? throw Failure("update") : Task.FromResult<UpdateResponse?>(null);
        cloud.OnDelete = (request, _) => Fails() ? throw Failure("delete") : DeleteParts(cloud, request.Id);

        bool Fails()
        {
            lock (random)
                return random.NextDouble() < probability;
        }
    }

    /// <summary>What belongs to a resource goes with it, as the programs say by <c>deletedWith</c>.</summary>
    private static Task DeleteParts(FakeCloud cloud, string owner)
    {
        foreach (var part in cloud.Resources.Where(resource => resource.Value.Fields.TryGetValue("owner", out var value) && value.StringValue == owner))
        {
            cloud.Resources.TryRemove(part.Key, out _);
            DeleteParts(cloud, part.Key);
        }

        return Task.CompletedTask;
    }

    private static RpcException Failure(string what) => new(RpcStatusCode.Aborted, $"It was not possible to {what} it.");
}
