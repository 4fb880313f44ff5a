using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Programs;
using Provisioning.Engine.State;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>A user may stop an operation in order, or give it up.</summary>
public sealed class CancellationTests : IDisposable
{
    private readonly TestStack stack = new();
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource abort = new();

    public void Dispose()
    {
        stop.Dispose();
        abort.Dispose();
    }

    [Fact]
    public async Task What_runs_is_finished_and_recorded_and_nothing_new_begins()
    {
        stack.Cloud.OnCreate = async (_, _) =>
        {
            await stop.CancelAsync();
            await stack.Cloud.Cancelled.Task;
            return null;
        };

        var outcome = await stack.UpAsync(
            async program =>
            {
                await program.RegisterAsync("a");
                var refusal = await Assert.ThrowsAsync<RpcException>(() => program.RegisterAsync("b"));
                Assert.Equal(RpcStatusCode.Unavailable, refusal.Code);
            },
            cancellationToken: stop.Token);

        Assert.Equal(OperationResult.Canceled, outcome.Result);
        Assert.Equal(["a"], stack.Names);
        Assert.Same(outcome.Snapshot, stack.Journal.Completed);
        Assert.Equal(OperationResult.Canceled, stack.Events.Summary.Result);
    }

    [Fact]
    public async Task Nothing_is_deleted_after_it()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));

        var outcome = await stack.UpAsync(_ => stop.CancelAsync(), cancellationToken: stop.Token);

        Assert.Equal(OperationResult.Canceled, outcome.Result);
        Assert.Equal(["a"], stack.Names);
    }

    [Fact]
    public async Task Deletions_that_have_not_begun_stay_undone()
    {
        await stack.UpAsync(async program =>
        {
            var a = await program.RegisterAsync("a");
            await program.RegisterAsync("b", options: request => request.DependsOn(a.Urn));
        });
        stack.Cloud.OnDelete = (_, _) => stop.CancelAsync();

        await stack.RunAsync(Operation.Destroy, dryRun: false, _ => Task.CompletedTask, null, stop.Token);

        Assert.Equal(["a"], stack.Names);
    }

    [Fact]
    public async Task A_call_that_is_given_up_stays_pending()
    {
        stack.Abort = abort.Token;
        stack.Cloud.OnCreate = async (_, cancellationToken) =>
        {
            await abort.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        };

        var outcome = await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(OperationResult.Canceled, outcome.Result);
        Assert.Empty(stack.Names);
        var pending = Assert.Single(stack.Snapshot.PendingOperations);
        Assert.Equal(OperationKind.Creating, pending.Kind);
        Assert.Equal(TestStack.UrnOf("a"), pending.Resource.Urn);
    }

    [Fact]
    public async Task Neither_a_deaf_provider_nor_a_deaf_program_holds_up_giving_up()
    {
        stack.Abort = abort.Token;
        stack.Cloud.OnCreate = async (_, _) =>
        {
            await abort.CancelAsync();
            return await new TaskCompletionSource<CreateResponse?>().Task;
        };

        var outcome = await stack.UpAsync(async program =>
        {
            await Assert.ThrowsAsync<RpcException>(() => program.RegisterAsync("a"));
            await new TaskCompletionSource().Task;
        });

        Assert.Equal(OperationResult.Canceled, outcome.Result);
        Assert.Single(stack.Snapshot.PendingOperations);
    }

    [Fact]
    public async Task A_program_that_heeds_the_stop_is_no_failure()
    {
        var outcome = await stack.UpAsync(
            async _ =>
            {
                await stop.CancelAsync();
                stop.Token.ThrowIfCancellationRequested();
            },
            cancellationToken: stop.Token);

        Assert.Equal(OperationResult.Canceled, outcome.Result);
        Assert.Empty(stack.Events.Errors);
    }

    [Fact]
    public async Task A_program_that_hears_of_the_stop_finds_the_monitor_shut()
    {
        var program = new StoppedProgram();

        var operation = stack.RunAsync(Operation.Update, dryRun: false, program, null, stop.Token);
        await program.Running;
        await stop.CancelAsync();
        var outcome = await operation;

        Assert.Equal(RpcStatusCode.Unavailable, program.Refusal?.Code);
        Assert.Equal(OperationResult.Canceled, outcome.Result);
    }

    [Fact]
    public async Task A_program_that_ends_at_once_does_not_pass_for_done()
    {
        for (var run = 0; run < 200; run++)
        {
            var shop = new TestStack();
            await shop.UpAsync(program => program.RegisterAsync("a"));
            var program = new StoppedProgram();
            using var interrupt = new CancellationTokenSource();

            var operation = shop.RunAsync(Operation.Update, dryRun: false, program, null, interrupt.Token);
            await program.Running;
            await interrupt.CancelAsync();

            Assert.Equal(OperationResult.Canceled, (await operation).Result);
            Assert.Equal(["a"], shop.Names);
        }
    }

    [Fact]
    public async Task An_operation_that_is_stopped_before_it_begins_does_nothing()
    {
        await stop.CancelAsync();

        var outcome = await stack.UpAsync(program => program.RegisterAsync("a"), cancellationToken: stop.Token);

        Assert.Equal(OperationResult.Canceled, outcome.Result);
        Assert.Empty(stack.Cloud.Calls);
    }

    /// <summary>
    /// Declares nothing, and when it is told to stop first tries to declare something and then ends as if all were well.
    /// </summary>
    private sealed class StoppedProgram : IProgram
    {
        private readonly TaskCompletionSource running = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Running => running.Task;

        public RpcException? Refusal { get; private set; }

        public async Task<int> RunAsync(ProgramContext context, CancellationToken cancellationToken)
        {
            var ended = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = cancellationToken.UnsafeRegister(
                _ =>
                {
                    // A monitor that is shut refuses without waiting for anything.
                    Refusal = new TestProgram(context).RegisterAsync("late").Exception?.InnerException as RpcException;
                    ended.SetResult(0);
                },
                null);
            running.SetResult();
            return await ended.Task;
        }
    }
}
