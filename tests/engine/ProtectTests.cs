using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Tests.Harness;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>A protected resource is neither deleted nor replaced.</summary>
public sealed class ProtectTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task A_protected_resource_is_not_deleted()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", options: Protected));

        var outcome = await stack.UpAsync(_ => Task.CompletedTask);

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.StartsWith("a: It cannot be deleted because it is protected.", stack.Events.Errors.Single());
        Assert.Equal(["a-1"], stack.Cloud.Resources.Keys);
        Assert.Equal(["a"], stack.Names);
    }

    [Fact]
    public async Task Protection_is_ignored_when_asked_for()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", 1)), Protected));

        var replaced = await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", 2)), Protected), new OperationOptions { IgnoreProtect = true });
        var deleted = await stack.DestroyAsync(new OperationOptions { IgnoreProtect = true });

        Assert.Equal((OperationResult.Succeeded, OperationResult.Succeeded), (replaced.Result, deleted.Result));
        Assert.Empty(stack.Cloud.Resources);
    }

    [Fact]
    public async Task A_destroy_can_leave_what_is_protected()
    {
        await stack.UpAsync(async program =>
        {
            var needed = await program.RegisterAsync("needed");
            await program.RegisterAsync("a", options: request =>
            {
                request.Protect = true;
                request.DependsOn(needed.Urn);
            });
            await program.RegisterAsync("b");
        });

        var outcome = await stack.DestroyAsync(new OperationOptions { ExcludeProtected = true });

        Assert.Equal(OperationResult.Succeeded, outcome.Result);
        Assert.Equal(["needed", "a"], stack.Names);
    }

    [Fact]
    public async Task All_refusals_are_told_and_the_rest_is_deleted()
    {
        await stack.UpAsync(async program =>
        {
            var needed = await program.RegisterAsync("needed");
            await program.RegisterAsync("a", options: request =>
            {
                request.Protect = true;
                request.DependsOn(needed.Urn);
            });
            await program.RegisterAsync("b", options: Protected);
            await program.RegisterAsync("c");
        });

        await stack.UpAsync(_ => Task.CompletedTask);

        Assert.Equal(["a", "b"], stack.Events.Errors.Select(error => error.Split(':')[0]).Order());
        Assert.Equal(["delete c"], stack.Events.Steps);
        Assert.Equal(["needed", "a", "b"], stack.Names);
    }

    [Fact]
    public async Task A_protected_resource_is_not_replaced()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "1")), Protected));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "2")), Protected));

        Assert.StartsWith("a: It must be replaced, but it is protected.", stack.Events.Errors.Single());
        Assert.Equal("a-1", stack.State("a").Id);
    }

    [Fact]
    public async Task A_preview_goes_on_after_a_refused_replacement()
    {
        await stack.UpAsync(async program =>
        {
            await program.RegisterAsync("a", Map(("zone", "1")), Protected);
            await program.RegisterAsync("b");
        });

        var outcome = await stack.PreviewAsync(async program =>
        {
            await program.RegisterAsync("a", Map(("zone", "2")), Protected);
            await program.RegisterAsync("b", Map(("size", "large")));
        });

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Contains("update b", stack.Events.Steps);
    }

    [Fact]
    public async Task Protection_can_be_taken_away_and_the_resource_replaced_at_once()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "1")), Protected));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "2"))));

        Assert.Equal("a-2", stack.State("a").Id);
        Assert.Empty(stack.Events.Errors);
    }

    [Fact]
    public async Task Children_inherit_protection_unless_they_say_otherwise()
    {
        await stack.UpAsync(async program =>
        {
            var parent = await program.RegisterComponentAsync("parent", Protected);
            await program.RegisterAsync("inherits", options: request => request.Parent = parent.Urn);
            await program.RegisterAsync("refuses", options: request =>
            {
                request.Parent = parent.Urn;
                request.Protect = false;
            });
        });

        Assert.True(stack.State("inherits").Protect);
        Assert.False(stack.State("refuses").Protect);
    }

    private static void Protected(RegisterResourceRequest request) => request.Protect = true;
}
