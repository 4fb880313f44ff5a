using Provisioning.Engine.Events;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>What the program does not declare any more is deleted at the end, dependents first.</summary>
public sealed class DeleteOrderTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task A_resource_that_is_not_declared_any_more_is_deleted()
    {
        await stack.UpAsync(async program =>
        {
            await program.RegisterAsync("a");
            await program.RegisterAsync("b");
        });

        var outcome = await stack.UpAsync(program => program.RegisterAsync("b"));

        Assert.Equal(["same b", "delete a"], stack.Events.Steps);
        Assert.Equal(["b"], stack.Names);
        Assert.Equal(1, outcome.Changes[StepOp.Delete]);
    }

    [Fact]
    public async Task Dependents_go_before_what_they_depend_on()
    {
        await stack.UpAsync(async program =>
        {
            var a = await program.RegisterAsync("a");
            var b = await program.RegisterAsync("b", options: request => request.DependsOn(a.Urn));
            await program.RegisterAsync("c", options: request => request.DependsOn(b.Urn));
        });

        await stack.UpAsync(_ => Task.CompletedTask);

        Assert.Equal(["delete c", "delete b", "delete a"], stack.Events.Steps);
    }

    [Fact]
    public async Task Children_go_before_their_parents_and_everything_before_its_provider()
    {
        await stack.UpAsync(async program =>
        {
            var provider = await program.RegisterProviderAsync("p");
            var parent = await program.RegisterComponentAsync("parent");
            await program.RegisterAsync("child", options: request =>
            {
                request.Parent = parent.Urn;
                request.Provider = provider;
            });
        });

        await stack.UpAsync(_ => Task.CompletedTask);

        Assert.Equal(["delete child", "delete parent", "delete p"], stack.Events.Steps);
        Assert.Empty(stack.Snapshot.Resources);
    }

    [Fact]
    public async Task Independent_deletions_run_at_once()
    {
        await stack.UpAsync(async program =>
        {
            await program.RegisterAsync("a");
            await program.RegisterAsync("b");
        });
        var both = new Rendezvous(2);
        stack.Cloud.OnDelete = (_, _) => both.ArriveAsync();

        await stack.UpAsync(_ => Task.CompletedTask);

        Assert.Empty(stack.Names);
    }

    [Fact]
    public async Task A_deletion_does_not_wait_for_unrelated_ones()
    {
        await stack.UpAsync(async program =>
        {
            var a = await program.RegisterAsync("a");
            await program.RegisterAsync("b", options: request => request.DependsOn(a.Urn));
            await program.RegisterAsync("slow");
        });
        var gone = new TaskCompletionSource();
        stack.Cloud.OnDelete = (request, _) =>
        {
            if (request.Name == "a")
                gone.SetResult();
            return request.Name == "slow" ? gone.Task : Task.CompletedTask;
        };

        await stack.UpAsync(_ => Task.CompletedTask);

        Assert.Empty(stack.Names);
    }

    [Fact]
    public async Task When_a_deletion_fails_what_it_depends_on_stays()
    {
        await stack.UpAsync(async program =>
        {
            var a = await program.RegisterAsync("a");
            await program.RegisterAsync("b", options: request => request.DependsOn(a.Urn));
        });
        stack.Cloud.OnDelete = (_, _) => throw new RpcException(RpcStatusCode.FailedPrecondition, "It is in use.");

        var outcome = await stack.UpAsync(_ => Task.CompletedTask);

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal(["delete b"], stack.Events.Failed);
        Assert.Equal(["a", "b"], stack.Names);
    }

    [Fact]
    public async Task A_program_that_failed_deletes_nothing()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));

        var outcome = await stack.UpAsync(_ => throw new ExitException(1));

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal([": The program failed with exit code 1."], stack.Events.Errors);
        Assert.Equal(["a"], stack.Names);
    }

    [Fact]
    public async Task The_provider_gets_the_old_state_and_its_inputs()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));

        await stack.UpAsync(_ => Task.CompletedTask);

        var delete = stack.Cloud.Requests<DeleteRequest>().Single();
        Assert.Equal("a-1", delete.Id);
        Assert.Equal("address of a-1", delete.Properties.Fields["address"].StringValue);
        Assert.Equal("small", delete.OldInputs.Fields["size"].StringValue);
    }

    [Fact]
    public async Task A_preview_shows_deletions_and_calls_no_provider()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));

        await stack.PreviewAsync(_ => Task.CompletedTask);

        Assert.Equal(["delete a"], stack.Events.Steps);
        Assert.DoesNotContain("Delete a", stack.Cloud.Calls);
        Assert.Empty(stack.Journal.Log);
    }
}
