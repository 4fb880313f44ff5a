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

    [Fact]
    public async Task What_depends_on_a_target_is_updated_with_it_when_asked_for()
    {
        await stack.UpAsync(Chain("small"));

        await stack.UpAsync(Chain("large"), Targeting("a") with { TargetDependents = true });

        Assert.Equal(["update a", "update b", "update c", "same other"], stack.Events.Steps);
    }

    [Fact]
    public async Task What_depends_on_a_target_only_by_now_is_updated_with_it_when_asked_for()
    {
        await stack.UpAsync(Both("small"));

        await stack.UpAsync(
            async program =>
            {
                var a = await program.RegisterAsync("a", Map(("size", "large")));
                await program.RegisterAsync("b", Map(("size", "large")), request => request.DependsOn(a.Urn));
            },
            Targeting("a") with { TargetDependents = true });

        Assert.Equal(["update a", "update b"], stack.Events.Steps);
    }

    [Fact]
    public async Task What_depends_on_a_target_is_deleted_with_it_when_asked_for()
    {
        await stack.UpAsync(Chain("small"));

        var outcome = await stack.DestroyAsync(Targeting("b") with { TargetDependents = true });

        Assert.Equal(OperationResult.Succeeded, outcome.Result);
        Assert.Equal(["delete c", "delete b"], stack.Events.Steps);
        Assert.Equal(["a", "other"], stack.Names);
    }

    [Theory]
    [InlineData(false, "update c")]
    [InlineData(true, "same c")]
    public async Task What_is_excluded_stays_as_it_is(bool withDependents, string dependent)
    {
        await stack.UpAsync(Chain("small"));

        await stack.UpAsync(Chain("large"), Excluding("b") with { ExcludeDependents = withDependents });

        Assert.Equal(["update a", "same b", dependent, "update other"], stack.Events.Steps);
        Assert.Equal("small", stack.State("b").Inputs["size"]);
    }

    [Fact]
    public async Task What_is_excluded_is_not_refreshed()
    {
        await stack.UpAsync(Both("small"));

        await stack.RefreshAsync(Excluding("a"));

        Assert.Equal(["refresh b"], stack.Events.Steps);
    }

    [Fact]
    public async Task A_destroy_leaves_what_is_excluded_with_what_that_needs()
    {
        await stack.UpAsync(Chain("small"));

        var outcome = await stack.DestroyAsync(Excluding("b"));

        Assert.Equal(OperationResult.Succeeded, outcome.Result);
        Assert.Equal(["delete c", "delete other"], stack.Events.Steps.Order(StringComparer.Ordinal));
        Assert.Equal(["a", "b"], stack.Names);
    }

    [Fact]
    public async Task What_is_excluded_and_does_not_exist_cannot_be_needed()
    {
        await stack.UpAsync(Chain("small"), Excluding("a"));

        Assert.Equal($"b: It needs '{TestStack.UrnOf("a")}', which does not exist yet and is excluded; exclude both or none.", stack.Events.Errors[0]);
    }

    [Fact]
    public async Task A_misspelt_exclusion_deletes_nothing()
    {
        await stack.UpAsync(Both("small"));

        var outcome = await stack.DestroyAsync(Excluding("nobody"));

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal([$": The excluded URN '{TestStack.UrnOf("nobody")}' is neither in the state nor in the program; check its URN."], stack.Events.Errors);
        Assert.Equal(["a", "b"], stack.Names);
    }

    [Fact]
    public async Task A_misspelt_target_is_an_error_when_refreshing()
    {
        await stack.UpAsync(Both("small"));

        var outcome = await stack.RefreshAsync(Targeting("nobody"));

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Empty(stack.Events.Steps);
    }

    private static OperationOptions Excluding(string name) => new() { Excludes = [TestStack.UrnOf(name).ToString()] };

    /// <summary>A resource, one that depends on it, one that depends on that, and one of its own.</summary>
    private static Func<TestProgram, Task> Chain(string size) => async program =>
    {
        var a = await program.RegisterAsync("a", Map(("size", size)));
        var b = await program.RegisterAsync("b", Map(("size", size)), request => request.DependsOn(a.Urn));
        await program.RegisterAsync("c", Map(("size", size)), request => request.DependsOn(b.Urn));
        await program.RegisterAsync("other", Map(("size", size)));
    };

    private static OperationOptions Targeting(string name) => new() { Targets = [TestStack.UrnOf(name).ToString()] };

    [Fact]
    public async Task What_is_no_target_is_not_deleted_for_the_replacement_of_a_target()
    {
        stack.Cloud.DeletesBeforeReplace = true;
        await stack.UpAsync(Program("1"));

        await stack.UpAsync(Program("2"), new OperationOptions { Targets = [TestStack.UrnOf("a").ToString()] });

        Assert.Equal(
            [$"a: Replacing it means deleting '{TestStack.UrnOf("b")}' first, which is not a target; make that a target too."], stack.Events.Errors);
        Assert.Equal(["a-1", "b-1"], stack.Cloud.Resources.Keys.Order());

        static Func<TestProgram, Task> Program(string zone) => async program =>
        {
            var a = await program.RegisterAsync("a", Map(("zone", zone)));
            await program.RegisterAsync("b", Map(("zone", a.Id)), request => request.InputDependsOn("zone", a.Urn));
        };
    }

    private static Func<TestProgram, Task> Both(string size) => async program =>
    {
        await program.RegisterAsync("a", Map(("size", size)));
        await program.RegisterAsync("b", Map(("size", size)));
    };
}
