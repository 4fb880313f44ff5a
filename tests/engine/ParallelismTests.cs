using Provisioning.Engine.Operations;
using Provisioning.Engine.Tests.Harness;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>Independent operations run at once, as many as the user allows.</summary>
public sealed class ParallelismTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task Independent_creations_run_at_once()
    {
        var all = new Rendezvous(8);
        stack.Cloud.OnCreate = async (_, _) =>
        {
            await all.ArriveAsync();
            return null;
        };

        await stack.UpAsync(
            program => Task.WhenAll(Enumerable.Range(0, 8).Select(i => program.RegisterAsync($"r{i}"))),
            new OperationOptions { Parallel = 8 });

        Assert.Equal(8, stack.Names.Count);
    }

    [Fact]
    public async Task No_more_run_at_once_than_allowed()
    {
        var running = 0;
        var most = 0;
        stack.Cloud.OnCreate = async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return null;
        };

        await stack.UpAsync(
            program => Task.WhenAll(Enumerable.Range(0, 20).Select(i => program.RegisterAsync($"r{i}"))),
            new OperationOptions { Parallel = 1 });

        Assert.Equal(1, most);
        Assert.Equal(20, stack.Names.Count);
    }

    [Fact]
    public async Task A_running_creation_does_not_hold_up_the_planning_of_others()
    {
        var checkedB = new TaskCompletionSource();
        stack.Cloud.OnCheck = request =>
        {
            if (request.Name == "b")
                checkedB.SetResult();
            return Task.FromResult(new CheckResponse { Inputs = request.News });
        };
        stack.Cloud.OnCreate = async (request, _) =>
        {
            if (request.Name == "a")
                await checkedB.Task;
            return null;
        };

        await stack.UpAsync(
            program => Task.WhenAll(program.RegisterAsync("a"), program.RegisterAsync("b")), new OperationOptions { Parallel = 1 });

        Assert.Equal(["a", "b"], stack.Names.Order());
    }

    [Fact]
    public async Task Many_resources_are_planned_in_linear_time()
    {
        const int Count = 3000;
        Task Program(TestProgram program) => RegisterAllAsync(program, Count);

        await stack.UpAsync(Program);
        await stack.UpAsync(Program);
        await stack.RefreshAsync();
        await stack.DestroyAsync();

        Assert.Empty(stack.Snapshot.Resources);
    }

    private static async Task RegisterAllAsync(TestProgram program, int count)
    {
        var root = await program.RegisterStackAsync();
        await Task.WhenAll(Enumerable.Range(0, count).Select(i => program.RegisterAsync($"r{i}", Map(("size", "small")), request =>
        {
            request.Parent = root.Urn;
            request.InputDependsOn("size", root.Urn);
        })));
    }
}
