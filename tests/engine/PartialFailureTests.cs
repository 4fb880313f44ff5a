using Provisioning.Engine.Events;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>A resource that was left half done is stored as such, and the next run goes on with it.</summary>
public sealed class PartialFailureTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task A_half_done_creation_is_stored_with_its_errors()
    {
        stack.Cloud.OnCreate = (_, _) => throw PartialFailure.Of("a-1", Map(("status", "starting")), "It did not become ready.", "Its probe fails.");

        var outcome = await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));

        var a = stack.State("a");
        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal(["a: It did not become ready.", "a: Its probe fails."], stack.Events.Errors);
        Assert.Equal("a-1", a.Id);
        Assert.Equal(Map(("size", "small")), a.Inputs);
        Assert.Equal(Map(("status", "starting")), a.Outputs);
        Assert.Equal(["It did not become ready.", "Its probe fails."], a.InitErrors.AsEnumerable());
        Assert.False(stack.Events.Summary.MaybeCorrupt);
    }

    [Fact]
    public async Task The_next_run_updates_it_even_when_nothing_differs()
    {
        stack.Cloud.OnCreate = (_, _) => throw PartialFailure.Of("a-1", PropertyMap.Empty, "It did not become ready.");
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));

        Assert.Equal(["update a"], stack.Events.Steps);
        Assert.Empty(stack.State("a").InitErrors);
    }

    [Fact]
    public async Task A_half_done_update_is_stored_with_the_old_inputs_and_the_new_outputs()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));
        stack.Cloud.OnUpdate = _ => throw PartialFailure.Of("a-1", Map(("size", "large")), "It did not become ready.");

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "large"))));

        Assert.Equal(Map(("size", "small")), stack.State("a").Inputs);
        Assert.Equal(Map(("size", "large")), stack.State("a").Outputs);
        Assert.Equal(["It did not become ready."], stack.State("a").InitErrors.AsEnumerable());
    }

    [Fact]
    public async Task What_depends_on_a_half_done_resource_is_not_begun()
    {
        stack.Cloud.OnCreate = (request, _) => request.Name == "a"
            ? throw PartialFailure.Of("a-1", PropertyMap.Empty, "It did not become ready.")
            : Task.FromResult<CreateResponse?>(null);

        await stack.UpAsync(async program =>
        {
            var a = await program.RegisterAsync("a");
            await program.RegisterAsync("b", options: request => request.DependsOn(a.Urn));
        });

        Assert.Equal(["a"], stack.Names);
    }
}
