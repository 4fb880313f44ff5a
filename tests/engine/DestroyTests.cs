using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Tests.Harness;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>Everything in the state is deleted without running the program.</summary>
public sealed class DestroyTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task Everything_is_deleted_dependents_first()
    {
        await stack.UpAsync(async program =>
        {
            var root = await program.RegisterStackAsync();
            var a = await program.RegisterAsync("a", options: request => request.Parent = root.Urn);
            await program.RegisterAsync("b", options: request =>
            {
                request.Parent = root.Urn;
                request.DependsOn(a.Urn);
            });
        });

        var outcome = await stack.DestroyAsync();

        Assert.Equal(["delete b", "delete a", "delete shop-dev"], stack.Events.Steps);
        Assert.Equal(3, outcome.Changes[StepOp.Delete]);
        Assert.Empty(stack.Snapshot.Resources);
        Assert.Empty(stack.Cloud.Resources);
    }

    [Fact]
    public async Task Providers_are_configured_from_the_state()
    {
        stack.Config = stack.Config.Add("test:region", "west");
        await stack.UpAsync(program => program.RegisterAsync("a"));
        stack.Config = stack.Config.Clear();

        await stack.DestroyAsync();

        Assert.Equal("west", stack.Cloud.Requests<ConfigureRequest>().Single().Variables["test:config:region"]);
    }

    [Fact]
    public async Task A_read_resource_is_discarded()
    {
        stack.Cloud.Resources["elsewhere"] = new();
        await stack.UpAsync(program => program.ReadAsync("a", "elsewhere"));

        await stack.DestroyAsync();

        Assert.Equal(["discard a"], stack.Events.Steps);
        Assert.Contains("elsewhere", stack.Cloud.Resources.Keys);
    }

    [Fact]
    public async Task A_preview_shows_the_deletions()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));

        await stack.DestroyAsync(dryRun: true);

        Assert.Equal(["delete a"], stack.Events.Steps);
        Assert.Equal(["a-1"], stack.Cloud.Resources.Keys);
    }

    [Fact]
    public async Task What_is_gone_already_is_only_forgotten_after_a_refresh()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));
        stack.Cloud.Resources.Clear();

        await stack.DestroyAsync(new OperationOptions { Refresh = true });

        Assert.Equal(["refresh a"], stack.Events.Steps);
        Assert.DoesNotContain("Delete a", stack.Cloud.Calls);
        Assert.Empty(stack.Snapshot.Resources);
    }
}
