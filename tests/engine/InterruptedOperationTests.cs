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
    public async Task An_interrupted_replacement_that_had_been_created_is_taken_as_done_and_the_old_one_goes()
    {
        await InterruptReplacementAsync(replacementId: "a-new");

        await stack.UpAsync(Replaced);

        Assert.Equal(["same a", "update b", "delete-replaced a"], stack.Events.Steps);
        Assert.Equal(["a-new", "b-1"], stack.Cloud.Resources.Keys.Order());
        Assert.Equal("a-new", stack.State("a").Id);
        Assert.Empty(stack.Snapshot.PendingOperations);
    }

    [Fact]
    public async Task What_depends_on_an_interrupted_replacement_is_destroyed_before_it()
    {
        await InterruptReplacementAsync(replacementId: "a-new");

        await stack.DestroyAsync();

        Assert.Equal("b-1", stack.Cloud.Requests<DeleteRequest>()[0].Id);
        Assert.Equal(["a-1", "a-new", "b-1"], stack.Cloud.Requests<DeleteRequest>().Select(request => request.Id).Order());
        Assert.Empty(stack.Cloud.Resources);
        Assert.Empty(stack.Names);
    }

    [Fact]
    public async Task An_interrupted_replacement_of_what_was_deleted_first_takes_its_place()
    {
        await InterruptReplacementAsync(replacementId: "a-1");
        stack.Snapshot = stack.Snapshot with
        {
            Resources = [.. stack.Snapshot.Resources.Select(resource => resource.Id == "a-1" ? resource with { PendingReplacement = true } : resource)],
        };

        await stack.UpAsync(Replaced);

        Assert.Equal(["same a", "same b"], stack.Events.Steps);
        Assert.False(stack.State("a").PendingReplacement);
        Assert.Equal("2", ((PropertyValue.StringValue)stack.State("a").Inputs["zone"]).Value);
        Assert.Empty(stack.Snapshot.PendingOperations);
    }

    [Fact]
    public async Task An_interrupted_replacement_that_had_not_been_created_is_made()
    {
        await InterruptReplacementAsync(replacementId: "a-new");
        stack.Cloud.Resources.TryRemove("a-new", out _);
        stack.Cloud.OnRead = request => Task.FromResult<ReadResponse?>(request.Id == "a-new" ? new ReadResponse() : null);

        await stack.UpAsync(Replaced);

        Assert.Equal(["create-replacement a", "replace a", "update b", "delete-replaced a"], stack.Events.Steps);
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

    private static async Task Replaced(TestProgram program)
    {
        var a = await program.RegisterAsync("a", Map(("zone", "2")));
        await program.RegisterAsync("b", Map(("target", a.Id)), request => request.InputDependsOn("target", a.Urn));
    }

    /// <summary>A run had created the replacement of a, on which b depends, and died before it recorded that.</summary>
    private async Task InterruptReplacementAsync(string replacementId)
    {
        await stack.UpAsync(async program =>
        {
            var a = await program.RegisterAsync("a", Map(("zone", "1")));
            await program.RegisterAsync("b", Map(("target", a.Id)), request => request.InputDependsOn("target", a.Urn));
        });
        Interrupt(OperationKind.Creating, stack.State("a") with { Id = "", Inputs = Map(("zone", "2")), Outputs = PropertyMap.Empty });
        stack.Cloud.Resources[replacementId] = TestProgram.Marshal(Map(("zone", "2")));
        stack.Cloud.OnCreate = (request, _) => Task.FromResult<CreateResponse?>(
            request.Preview ? new CreateResponse { Id = replacementId, Properties = request.Properties } : null);
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
