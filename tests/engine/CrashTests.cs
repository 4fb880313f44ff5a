using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.State;
using Provisioning.Engine.Tests.Harness;
using Pulumirpc;

namespace Provisioning.Engine.Tests;

/// <summary>
/// The process dies: before a call of a provider, or after it and before its answer was recorded. The next run of the
/// same program finishes the work; nothing is forgotten in the cloud and nothing is there twice.
/// </summary>
public sealed class CrashTests
{
    private static readonly OperationOptions OneByOne = new() { Parallel = 1 };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_next_run_finishes_the_work_whenever_the_process_died(int seed)
    {
        var random = new Random(seed);
        var stack = new TestStack();
        stack.Cloud.OnCreate = (request, _) => Task.FromResult<CreateResponse?>(CreateWithForetoldId(stack.Cloud, request));
        await stack.UpAsync(RandomProgram.Next(random, isCoupled: false).RunAsync, OneByOne);

        var program = RandomProgram.Next(random, isCoupled: false);
        var before = stack.Snapshot;
        var clouds = new List<ImmutableDictionary<string, Struct>>();
        stack.OnJournal = journal => journal.OnEntry = () => clouds.Add(stack.Cloud.Resources.ToImmutableDictionary());
        await stack.UpAsync(program.RunAsync, OneByOne);
        clouds.Add(stack.Cloud.Resources.ToImmutableDictionary());
        stack.OnJournal = null;
        var journal = stack.Journal;

        for (var entries = 0; entries < clouds.Count; entries++)
        {
            stack.Snapshot = journal.Replay(before, entries);
            stack.Cloud.Resources.Clear();
            foreach (var (id, properties) in clouds[entries])
                stack.Cloud.Resources[id] = properties;

            var outcome = await stack.UpAsync(program.RunAsync, OneByOne);

            Assert.Equal(OperationResult.Succeeded, outcome.Result);
            Assert.Empty(stack.Snapshot.PendingOperations);
            Assert.Equal(program.Names.Order(), stack.Names.Order());
            Assert.Equal(IdsIn(stack.Snapshot), stack.Cloud.Resources.Keys.Order());
        }
    }

    private static CreateResponse CreateWithForetoldId(FakeCloud cloud, CreateRequest request)
    {
        var zone = request.Properties.Fields.GetValueOrDefault("zone")?.StringValue ?? "";
        var id = $"{request.Urn}@{zone}";
        if (!request.Preview)
            cloud.Resources[id] = request.Properties;
        return new CreateResponse { Id = id, Properties = request.Properties };
    }

    private static IEnumerable<string> IdsIn(Snapshot snapshot) =>
        snapshot.Resources.Where(resource => resource.Custom && !resource.Urn.IsProvider).Select(resource => resource.Id).Order();
}
