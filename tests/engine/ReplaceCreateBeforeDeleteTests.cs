using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>A replacement creates the new resource, and deletes the old one when everything else is done.</summary>
public sealed class ReplaceCreateBeforeDeleteTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task The_old_resource_is_deleted_after_everything_else()
    {
        await stack.UpAsync(Program("1"));

        await stack.UpAsync(Program("2"));

        Assert.Equal(["create-replacement a", "replace a", "update b", "delete-replaced a"], stack.Events.Steps);
        Assert.Equal(["Create a", "Update b", "Delete a"], stack.Cloud.Calls.Where(call => call.Split(' ')[0] is "Create" or "Update" or "Delete"));
        Assert.Equal("a-2", stack.State("a").Id);
        Assert.Equal(["a-2", "b-1"], stack.Cloud.Resources.Keys.Order());

        static Func<TestProgram, Task> Program(string zone) => async program =>
        {
            var a = await program.RegisterAsync("a", Map(("zone", zone)));
            await program.RegisterAsync("b", Map(("target", a.Id)), request => request.InputDependsOn("target", a.Urn));
        };
    }

    [Fact]
    public async Task Only_the_replacement_itself_is_counted()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "1"))));

        var outcome = await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "2"))));

        Assert.Equal([KeyValuePair.Create(StepOp.Replace, 1)], outcome.Changes);
        Assert.True(stack.Events.Metadata("replace a").Logical);
        Assert.False(stack.Events.Metadata("create-replacement a").Logical);
    }

    [Fact]
    public async Task The_event_names_the_properties_that_force_it()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "1"), ("size", "small"))));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "2"), ("size", "large"))));

        Assert.Equal(["zone"], stack.Events.Metadata("replace a").ReplaceKeys.AsEnumerable());
        Assert.Equal(["size", "zone"], stack.Events.Metadata("replace a").Diffs.AsEnumerable());
    }

    [Fact]
    public async Task The_new_inputs_are_checked_again_without_the_old_ones_and_with_the_same_seed()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "1"))));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "2"))));

        var checks = stack.Cloud.Requests<CheckRequest>().Where(request => request.Name == "a").ToList();
        Assert.Equal(2, checks.Count);
        Assert.NotEmpty(checks[0].Olds.Fields);
        Assert.Empty(checks[1].Olds.Fields);
        Assert.Equal(checks[0].RandomSeed, checks[1].RandomSeed);
    }

    [Fact]
    public async Task Until_it_is_deleted_the_old_resource_stays_in_the_state_marked()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "1"))));
        stack.Cloud.OnDelete = (_, _) => throw new RpcException(RpcStatusCode.FailedPrecondition, "It is in use.");

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "2"))));

        Assert.Equal(["a-2", "a-1"], stack.Snapshot.Resources.Where(resource => resource.Urn.Name == "a").Select(resource => resource.Id));
        Assert.Equal([false, true], stack.Snapshot.Resources.Where(resource => resource.Urn.Name == "a").Select(resource => resource.Delete));
    }

    [Fact]
    public async Task A_marked_resource_of_an_earlier_run_is_deleted_by_the_next_one()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "1"))));
        stack.Cloud.OnDelete = (_, _) => throw new RpcException(RpcStatusCode.FailedPrecondition, "It is in use.");
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "2"))));
        stack.Cloud.OnDelete = null;

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "2"))));

        Assert.Equal(["same a", "delete-replaced a"], stack.Events.Steps);
        Assert.Equal(["a"], stack.Names);
        Assert.Equal(["a-2"], stack.Cloud.Resources.Keys);
    }

    [Fact]
    public async Task When_the_new_one_cannot_be_created_the_old_one_stays()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "1"))));
        stack.Cloud.OnCreate = (_, _) => throw new RpcException(RpcStatusCode.ResourceExhausted, "No quota is left.");

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "2"))));

        Assert.Equal(["a: No quota is left."], stack.Events.Errors);
        Assert.Equal("a-1", stack.State("a").Id);
        Assert.False(stack.State("a").Delete);
        Assert.Equal(["a-1"], stack.Cloud.Resources.Keys);
    }

    [Fact]
    public async Task A_replacement_with_the_same_id_is_not_deleted_as_the_old_one()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "1"))));
        stack.Cloud.OnCreate = (request, _) => Task.FromResult<CreateResponse?>(new CreateResponse { Id = "a-1", Properties = request.Properties });

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "2"))));

        Assert.DoesNotContain("Delete a", stack.Cloud.Calls);
        Assert.Equal(["a"], stack.Names);
        Assert.Equal("2", stack.State("a").Inputs["zone"]);
    }

    [Fact]
    public async Task Naming_a_resource_replaces_it_without_a_change()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));

        await stack.UpAsync(
            program => program.RegisterAsync("a"),
            new OperationOptions { Replace = [TestStack.UrnOf("a").ToString()] });

        Assert.Equal(["create-replacement a", "replace a", "delete-replaced a"], stack.Events.Steps);
        Assert.Equal(["id"], stack.Events.Metadata("replace a").ReplaceKeys.AsEnumerable());
    }

    [Fact]
    public async Task A_preview_shows_the_same_steps_and_deletes_nothing()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "1"))));

        await stack.PreviewAsync(program => program.RegisterAsync("a", Map(("zone", "2"))));

        Assert.Equal(["create-replacement a", "replace a", "delete-replaced a"], stack.Events.Steps);
        Assert.DoesNotContain(stack.Cloud.Calls, call => call.StartsWith("Delete", StringComparison.Ordinal));
        Assert.Equal(["a-1"], stack.Cloud.Resources.Keys);
    }
}
