using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Provisioning.Engine.Tests.Plans;

/// <summary>Random programs under their own plans and under those of others. The seed is in the name of a failed test.</summary>
public sealed class RandomPlansTests
{
    private static readonly StepOp[] Harmless = [StepOp.Same, StepOp.Refresh];

    private readonly PlannedStack stack = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_program_can_do_what_its_preview_planned(int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 4; run++)
        {
            var program = RandomProgram.Next(random);
            stack.Stack.Cloud.DeletesBeforeReplace = random.Next(2) == 0;
            var plan = await stack.PlanAsync(program.RunAsync, new OperationOptions { Parallel = random.Next(1, 5) });

            var outcome = await stack.UpAsync(plan, program.RunAsync, new OperationOptions { Parallel = random.Next(1, 5) });

            Assert.True(outcome.Result == OperationResult.Succeeded, string.Join('\n', stack.Errors));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task An_update_that_stopped_halfway_is_ended_under_the_same_plan(int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 3; run++)
        {
            var program = RandomProgram.Next(random, isCoupled: false);
            stack.Stack.Cloud.DeletesBeforeReplace = random.Next(2) == 0;
            var plan = await stack.PlanAsync(program.RunAsync);
            FailAtRandom(new Random(random.Next()), 0.3);
            await stack.UpAsync(plan, program.RunAsync, new OperationOptions { ContinueOnError = random.Next(2) == 0 });

            FailAtRandom(random, 0);
            var outcome = await stack.UpAsync(plan, program.RunAsync);

            Assert.True(outcome.Result == OperationResult.Succeeded, string.Join('\n', stack.Errors));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Another_program_does_nothing_that_the_plan_does_not_have(int seed)
    {
        var random = new Random(seed);
        await stack.Stack.UpAsync(RandomProgram.Next(random).RunAsync);
        var plan = await stack.PlanAsync(RandomProgram.Next(random).RunAsync);

        await stack.UpAsync(plan, RandomProgram.Next(random).RunAsync, new OperationOptions { ContinueOnError = random.Next(2) == 0 });

        var done = stack.Stack.Events.All.OfType<EngineEvent.ResourcePre>().Select(pre => pre.Metadata).Where(step => !Harmless.Contains(step.Op));
        Assert.All(done, step => Assert.True(
            plan.Resources.TryGetValue(step.Urn, out var planned)
                && (planned.Steps.Contains(step.Op) || (step.Op == StepOp.Update && planned.Steps.Contains(StepOp.Replace))),
            $"'{step.Op.Name()}' of {step.Urn}"));
    }

    private void FailAtRandom(Random random, double probability)
    {
        stack.Stack.Cloud.OnCreate = (request, _) => Fails(request.Preview) ? throw Failure() : Task.FromResult<CreateResponse?>(null);
        stack.Stack.Cloud.OnUpdate = request => Fails(request.Preview) ? throw Failure() : Task.FromResult<UpdateResponse?>(null);
        stack.Stack.Cloud.OnDelete = (_, _) => Fails(isPreview: false) ? throw Failure() : Task.CompletedTask;

        bool Fails(bool isPreview)
        {
            lock (random)
                return !isPreview && random.NextDouble() < probability;
        }
    }

    private static RpcException Failure() => new(RpcStatusCode.Aborted, "It was not possible.");
}
