using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Tests.Harness;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>Only what the user names is operated on.</summary>
public sealed class TargetTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task What_is_not_a_target_stays_as_it_is()
    {
        await stack.UpAsync(Both("small"));

        await stack.UpAsync(Both("large"), Targeting("a"));

        Assert.Equal(["update a", "same b"], stack.Events.Steps);
        Assert.Equal("large", stack.State("a").Inputs["size"]);
        Assert.Equal("small", stack.State("b").Inputs["size"]);
        Assert.DoesNotContain("Check b", stack.Cloud.Calls);
    }

    [Theory]
    [InlineData("urn:pulumi:dev::shop::*:index:Thing::a")]
    [InlineData("**::a")]
    public async Task Patterns_name_targets(string pattern)
    {
        await stack.UpAsync(Both("small"));

        await stack.UpAsync(Both("large"), new OperationOptions { Targets = [pattern] });

        Assert.Equal(["update a", "same b"], stack.Events.Steps);
    }

    [Fact]
    public async Task What_does_not_exist_and_is_not_a_target_is_not_created()
    {
        RegisterResourceResponse? response = null;
        var outcome = await stack.UpAsync(
            async program =>
            {
                await program.RegisterAsync("a");
                response = await program.RegisterAsync("b");
            },
            Targeting("a"));

        Assert.Equal(OperationResult.Succeeded, outcome.Result);
        Assert.True(response?.Unknown);
        Assert.Equal(["a"], stack.Names);
    }

    [Fact]
    public async Task A_target_cannot_need_what_is_not_created()
    {
        await stack.UpAsync(
            async program =>
            {
                var b = await program.RegisterAsync("b");
                await program.RegisterAsync("a", options: request => request.DependsOn(b.Urn));
            },
            Targeting("a"));

        Assert.Equal([$"a: It needs '{TestStack.UrnOf("b")}', which does not exist yet and is not a target; make that a target too."], stack.Events.Errors);
    }

    [Fact]
    public async Task Only_targets_are_deleted()
    {
        await stack.UpAsync(Both("small"));

        await stack.UpAsync(_ => Task.CompletedTask, Targeting("a"));

        Assert.Equal(["delete a"], stack.Events.Steps);
        Assert.Equal(["b"], stack.Names);
    }

    [Fact]
    public async Task A_target_that_others_depend_on_is_not_deleted()
    {
        await stack.UpAsync(async program =>
        {
            var a = await program.RegisterAsync("a");
            await program.RegisterAsync("b", options: request => request.DependsOn(a.Urn));
        });

        await stack.DestroyAsync(Targeting("a"));

        Assert.Equal([$"a: It cannot be deleted because '{TestStack.UrnOf("b")}' depends on it and is not a target; make that a target too."], stack.Events.Errors);
        Assert.Equal(["a", "b"], stack.Names);
    }

    [Fact]
    public async Task What_stays_keeps_what_it_depends_on_even_when_that_is_not_declared_any_more()
    {
        await stack.UpAsync(async program =>
        {
            var gone = await program.RegisterAsync("gone");
            await program.RegisterAsync("b", options: request => request.DependsOn(gone.Urn));
            await program.RegisterAsync("a");
        });

        await stack.UpAsync(
            async program =>
            {
                var b = await program.RegisterAsync("b");
                await program.RegisterAsync("a", options: request => request.DependsOn(b.Urn));
            },
            Targeting("a"));

        Assert.Equal(["gone", "b", "a"], stack.Names);
        Assert.Equal(["gone"], stack.State("b").Dependencies.Select(urn => urn.Name));
    }

    [Fact]
    public async Task Only_targets_are_refreshed()
    {
        await stack.UpAsync(Both("small"));

        await stack.RefreshAsync(Targeting("a"));

        Assert.Equal(["refresh a"], stack.Events.Steps);
    }

    [Fact]
    public async Task A_target_of_nobody_is_an_error()
    {
        var outcome = await stack.UpAsync(Both("small"), Targeting("nobody"));

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal([$": The target '{TestStack.UrnOf("nobody")}' is neither in the state nor in the program; check its URN."], stack.Events.Errors);
    }

    [Fact]
    public async Task A_target_of_nobody_is_an_error_when_destroying()
    {
        await stack.UpAsync(Both("small"));

        var outcome = await stack.DestroyAsync(Targeting("nobody"));

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal(["a", "b"], stack.Names);
    }

    private static OperationOptions Targeting(string name) => new() { Targets = [TestStack.UrnOf(name).ToString()] };

    private static Func<TestProgram, Task> Both(string size) => async program =>
    {
        await program.RegisterAsync("a", Map(("size", size)));
        await program.RegisterAsync("b", Map(("size", size)));
    };
}
