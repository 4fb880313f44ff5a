using Provisioning.Engine.Events;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>A failure stops what has not begun; what runs is finished and recorded.</summary>
public sealed class FailureTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task A_failed_creation_is_told_and_nothing_is_stored_of_it()
    {
        stack.Cloud.OnCreate = (_, _) => throw new RpcException(RpcStatusCode.PermissionDenied, "You may not create it.");

        var outcome = await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal(["a: You may not create it."], stack.Events.Errors);
        Assert.Equal(["create a"], stack.Events.Failed);
        Assert.Empty(stack.Names);
        Assert.Empty(stack.Snapshot.PendingOperations);
        Assert.Equal(["end default", "begin creating a", "end without change"], stack.Journal.Log);
    }

    [Fact]
    public async Task The_program_is_told_that_the_monitor_is_gone_then_and_afterwards()
    {
        stack.Cloud.OnCreate = (_, _) => throw new RpcException(RpcStatusCode.PermissionDenied, "You may not create it.");

        await stack.UpAsync(async program =>
        {
            var first = await Assert.ThrowsAsync<RpcException>(() => program.RegisterAsync("a"));
            var second = await Assert.ThrowsAsync<RpcException>(() => program.RegisterAsync("b"));
            Assert.Equal([RpcStatusCode.Unavailable, RpcStatusCode.Unavailable], [first.Code, second.Code]);
        });

        Assert.DoesNotContain("Check b", stack.Cloud.Calls);
    }

    [Fact]
    public async Task What_runs_is_finished_and_recorded()
    {
        var running = new TaskCompletionSource();
        var failed = new TaskCompletionSource();
        stack.Cloud.OnCreate = async (request, _) =>
        {
            if (request.Name == "fails")
            {
                await running.Task;
                throw new RpcException(RpcStatusCode.PermissionDenied, "You may not create it.");
            }

            running.SetResult();
            await failed.Task;
            return null;
        };

        await stack.UpAsync(async program =>
        {
            var slow = program.RegisterAsync("slow");
            await Assert.ThrowsAsync<RpcException>(() => program.RegisterAsync("fails"));
            failed.SetResult();
            await slow;
        });

        Assert.Equal(["slow"], stack.Names);
        Assert.Equal("slow-1", stack.State("slow").Id);
    }

    [Fact]
    public async Task What_the_program_does_not_wait_for_is_finished_all_the_same()
    {
        var started = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        stack.Cloud.OnCreate = async (_, _) =>
        {
            started.SetResult();
            await ended.Task;
            return null;
        };

        await stack.UpAsync(async program =>
        {
            _ = program.RegisterAsync("a");
            await started.Task;
            _ = Task.Run(ended.SetResult);
        });

        Assert.Equal(["a"], stack.Names);
    }

    [Fact]
    public async Task Nothing_is_deleted_after_a_failure()
    {
        await stack.UpAsync(program => program.RegisterAsync("old"));
        stack.Cloud.OnCreate = (_, _) => throw new RpcException(RpcStatusCode.PermissionDenied, "You may not create it.");

        await stack.UpAsync(program => program.RegisterAsync("new"));

        Assert.Equal(["old"], stack.Names);
    }

    [Theory]
    [InlineData(RpcStatusCode.Internal, true)]
    [InlineData(RpcStatusCode.Unknown, true)]
    [InlineData(RpcStatusCode.DataLoss, true)]
    [InlineData(RpcStatusCode.FailedPrecondition, false)]
    public async Task A_failure_that_leaves_the_outcome_open_is_marked(RpcStatusCode code, bool maybeCorrupt)
    {
        stack.Cloud.OnCreate = (_, _) => throw new RpcException(code, "It broke.");

        await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(maybeCorrupt, stack.Events.Summary.MaybeCorrupt);
    }

    [Fact]
    public async Task A_provider_that_breaks_is_a_failed_call()
    {
        stack.Cloud.OnCreate = (_, _) => throw new InvalidOperationException("Sequence contains no elements.");

        await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(["a: The provider failed unexpectedly: Sequence contains no elements."], stack.Events.Errors);
        Assert.True(stack.Events.Summary.MaybeCorrupt);
    }

    [Fact]
    public async Task Each_invalid_property_is_told()
    {
        stack.Cloud.OnCheck = request => Task.FromResult(new CheckResponse
        {
            Inputs = request.News,
            Failures =
            {
                new CheckFailure { Property = "size", Reason = "It is not a size." },
                new CheckFailure { Property = "zone", Reason = "It is not a zone." },
            },
        });

        await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(
            ["a: The property 'size' is not valid: It is not a size.", "a: The property 'zone' is not valid: It is not a zone."],
            stack.Events.Errors);
        Assert.Empty(stack.Events.Steps);
    }

    [Fact]
    public async Task Properties_named_by_an_error_are_told_one_by_one()
    {
        stack.Cloud.OnCheck = _ => throw new RpcException(
            RpcStatusCode.InvalidArgument,
            "Two things are wrong.",
            new InputPropertiesError
            {
                Errors =
                {
                    new InputPropertiesError.Types.PropertyError { PropertyPath = "rules[0].port", Reason = "It is no port." },
                    new InputPropertiesError.Types.PropertyError { PropertyPath = "size", Reason = "It is no size." },
                },
            });

        await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(
            ["a: The property 'rules[0].port' is not valid: It is no port.", "a: The property 'size' is not valid: It is no size."],
            stack.Events.Errors);
    }

    [Theory]
    [InlineData(32, 0)]
    [InlineData(1, 1)]
    [InlineData(255, 1)]
    public async Task A_program_that_logged_its_failure_is_not_told_of_again(int exitCode, int errors)
    {
        var outcome = await stack.UpAsync(_ => throw new ExitException(exitCode));

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal(errors, stack.Events.Errors.Count);
    }

    [Fact]
    public async Task A_program_that_breaks_fails_the_operation()
    {
        var outcome = await stack.UpAsync(_ => throw new InvalidOperationException("It has no registry."));

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal([": The operation failed unexpectedly: It has no registry."], stack.Events.Errors);
        Assert.IsType<EngineEvent.Cancel>(stack.Events.All[^1]);
    }

    [Fact]
    public async Task When_the_beginning_cannot_be_recorded_the_provider_is_not_called()
    {
        stack.OnJournal = journal => journal.OnBegin = _ => throw new IOException("The disk is full.");

        var outcome = await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal([": The operation failed unexpectedly: The disk is full."], stack.Events.Errors);
        Assert.DoesNotContain("Create a", stack.Cloud.Calls);
    }

    [Fact]
    public async Task A_failed_update_keeps_the_old_state()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));
        stack.Cloud.OnUpdate = _ => throw new RpcException(RpcStatusCode.PermissionDenied, "You may not change it.");

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "large"))));

        Assert.Equal(["update a"], stack.Events.Failed);
        Assert.Equal("small", stack.State("a").Inputs["size"]);
    }
}
