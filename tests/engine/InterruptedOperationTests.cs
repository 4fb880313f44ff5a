using Provisioning.Engine.State;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>What an earlier run had begun and not recorded to the end is settled by reading.</summary>
public sealed class InterruptedOperationTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task An_interrupted_update_is_settled_by_reading()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));
        stack.Cloud.Resources["a-1"].Fields["size"] = Google.Protobuf.WellKnownTypes.Value.ForString("large");
        Interrupt(OperationKind.Updating, stack.State("a"));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "large"))));

        Assert.Equal(["refresh a", "same a"], stack.Events.Steps);
        Assert.Empty(stack.Snapshot.PendingOperations);
    }

    [Fact]
    public async Task An_interrupted_deletion_that_had_happened_is_recorded()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));
        stack.Cloud.Resources.Clear();
        Interrupt(OperationKind.Deleting, stack.State("a"));

        await stack.UpAsync(_ => Task.CompletedTask);

        Assert.Equal(["refresh a"], stack.Events.Steps);
        Assert.Empty(stack.Names);
    }

    [Fact]
    public async Task An_interrupted_creation_that_had_happened_is_taken_as_done()
    {
        await InterruptCreationAsync(exists: true);

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));

        Assert.Equal(["a: It exists: creating it was interrupted, and is taken as done."], stack.Events.Warnings);
        Assert.Equal(["same a"], stack.Events.Steps);
        Assert.Equal("foretold", stack.State("a").Id);
        Assert.Empty(stack.Snapshot.PendingOperations);
    }

    [Fact]
    public async Task An_interrupted_creation_that_had_not_happened_is_forgotten()
    {
        await InterruptCreationAsync(exists: false);

        await stack.UpAsync(_ => Task.CompletedTask);

        Assert.Empty(stack.Events.Warnings);
        Assert.Empty(stack.Snapshot.PendingOperations);
        Assert.Empty(stack.Names);
    }

    [Fact]
    public async Task An_interrupted_creation_is_destroyed_with_the_rest()
    {
        await InterruptCreationAsync(exists: true);

        await stack.DestroyAsync();

        Assert.Equal(["delete a"], stack.Events.Steps);
        Assert.Empty(stack.Cloud.Resources);
        Assert.Empty(stack.Snapshot.PendingOperations);
    }

    [Fact]
    public async Task Without_a_foretold_id_it_is_created_again_from_the_same_inputs()
    {
        await stack.UpAsync(program => program.RegisterAsync("other"));
        Interrupt(OperationKind.Creating, Planned());

        await stack.UpAsync(async program =>
        {
            await program.RegisterAsync("other");
            await program.RegisterAsync("a", Map(("size", "small")));
        });

        Assert.StartsWith("a: It may exist: creating it was interrupted", stack.Events.Warnings.Single());
        Assert.Equal("small", stack.Cloud.Requests<CheckRequest>().Single(request => request.Name == "a").Olds.Fields["size"].StringValue);
        Assert.Equal(["same other", "create a"], stack.Events.Steps);
        Assert.Empty(stack.Snapshot.PendingOperations);
    }

    [Fact]
    public async Task Without_a_foretold_id_and_not_declared_any_more_it_stays_pending()
    {
        await stack.UpAsync(program => program.RegisterAsync("other"));
        Interrupt(OperationKind.Creating, Planned());

        await stack.UpAsync(program => program.RegisterAsync("other"));

        Assert.Equal(OperationKind.Creating, Assert.Single(stack.Snapshot.PendingOperations).Kind);
    }

    private async Task InterruptCreationAsync(bool exists)
    {
        await stack.UpAsync(program => program.RegisterAsync("other"));
        Interrupt(OperationKind.Creating, Planned());
        await stack.UpAsync(_ => Task.FromException(new ExitException(1)));
        if (exists)
            stack.Cloud.Resources["foretold"] = TestProgram.Marshal(Map(("size", "small")));
        stack.Cloud.OnCreate = (request, _) => Task.FromResult<CreateResponse?>(
            request.Preview ? new CreateResponse { Id = "foretold", Properties = request.Properties } : null);
        stack.Snapshot = stack.Snapshot with { Resources = [.. stack.Snapshot.Resources.Where(resource => resource.Urn.IsProvider)] };
        stack.Cloud.Resources.TryRemove("other-1", out _);
    }

    private ResourceState Planned() => stack.State("other") with
    {
        Urn = TestStack.UrnOf("a"),
        Id = "",
        Inputs = Map(("size", "small")),
        Outputs = PropertyMap.Empty,
    };

    private void Interrupt(OperationKind kind, ResourceState resource) =>
        stack.Snapshot = stack.Snapshot with { PendingOperations = [new PendingOperation(resource, kind)] };
}
