using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>A replacement that deletes first takes along whatever would be replaced because of it.</summary>
public sealed class ReplaceDeleteBeforeReplaceTests
{
    private readonly TestStack stack = new();

    private static Action<RegisterResourceRequest> DeletesFirst => request =>
    {
        request.DeleteBeforeReplace = true;
        request.DeleteBeforeReplaceDefined = true;
    };

    [Fact]
    public async Task The_old_resource_is_deleted_first_when_the_program_says_so()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "1")), DeletesFirst));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "2")), DeletesFirst));

        Assert.Equal(["delete-replaced a", "replace a", "create-replacement a"], stack.Events.Steps);
        Assert.Equal(["a-2"], stack.Cloud.Resources.Keys);
        Assert.False(stack.State("a").PendingReplacement);
    }

    [Fact]
    public async Task The_old_resource_is_deleted_first_when_the_provider_says_so()
    {
        stack.Cloud.DeletesBeforeReplace = true;
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "1"))));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "2"))));

        Assert.Equal(["delete-replaced a", "replace a", "create-replacement a"], stack.Events.Steps);
    }

    [Fact]
    public async Task The_program_overrules_the_provider()
    {
        stack.Cloud.DeletesBeforeReplace = true;
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "1"))));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "2")), request => request.DeleteBeforeReplaceDefined = true));

        Assert.Equal(["create-replacement a", "replace a", "delete-replaced a"], stack.Events.Steps);
    }

    [Fact]
    public async Task What_would_be_replaced_too_goes_first_and_comes_back()
    {
        await stack.UpAsync(Chain("1"));

        await stack.UpAsync(Chain("2"));

        Assert.Equal(
            [
                "delete-replaced c", "delete-replaced b", "delete-replaced a", "replace a", "create-replacement a",
                "replace b", "create-replacement b", "replace c", "create-replacement c",
            ],
            stack.Events.Steps);
        Assert.Equal(["a", "b", "c"], stack.Names);
        Assert.Equal(["a-2", "b-2", "c-2"], stack.Cloud.Resources.Keys.Order());
    }

    [Fact]
    public async Task What_depends_by_order_alone_stays()
    {
        await stack.UpAsync(Program("1"));

        await stack.UpAsync(Program("2"));

        Assert.Equal(["delete-replaced a", "replace a", "create-replacement a", "same b"], stack.Events.Steps);

        static Func<TestProgram, Task> Program(string zone) => async program =>
        {
            var a = await program.RegisterAsync("a", Map(("zone", zone)), DeletesFirst);
            await program.RegisterAsync("b", Map(("size", "small")), request => request.DependsOn(a.Urn));
        };
    }

    [Fact]
    public async Task What_would_only_be_updated_stays()
    {
        await stack.UpAsync(Program("1"));

        await stack.UpAsync(Program("2"));

        Assert.Equal(["delete-replaced a", "replace a", "create-replacement a", "update b"], stack.Events.Steps);

        static Func<TestProgram, Task> Program(string zone) => async program =>
        {
            var a = await program.RegisterAsync("a", Map(("zone", zone)), DeletesFirst);
            await program.RegisterAsync("b", Map(("size", a.Id)), request => request.InputDependsOn("size", a.Urn));
        };
    }

    [Fact]
    public async Task A_deleted_dependent_that_the_program_does_not_want_any_more_is_forgotten()
    {
        await stack.UpAsync(Chain("1"));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "2")), DeletesFirst));

        Assert.Equal(["a"], stack.Names);
        Assert.Equal(["a-2"], stack.Cloud.Resources.Keys);
        Assert.Equal(1, stack.Cloud.Calls.Count(call => call == "Delete b"));
    }

    [Fact]
    public async Task A_protected_dependent_stops_it_before_anything_is_deleted()
    {
        await stack.UpAsync(Program("1"));

        await stack.UpAsync(Program("2"));

        Assert.Equal(["a-1", "b-1"], stack.Cloud.Resources.Keys.Order());
        Assert.StartsWith($"a: Replacing it means deleting '{TestStack.UrnOf("b")}' first, which is protected.", stack.Events.Errors.Single());

        static Func<TestProgram, Task> Program(string zone) => async program =>
        {
            var a = await program.RegisterAsync("a", Map(("zone", zone)), DeletesFirst);
            await program.RegisterAsync("b", Map(("zone", a.Id)), request =>
            {
                request.Protect = true;
                request.InputDependsOn("zone", a.Urn);
            });
        };
    }

    [Fact]
    public async Task A_resource_that_was_deleted_and_not_created_again_is_created_by_the_next_run()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "1")), DeletesFirst));
        stack.Cloud.OnCreate = (_, _) => throw new RpcException(RpcStatusCode.ResourceExhausted, "No quota is left.");
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "2")), DeletesFirst));
        Assert.True(stack.State("a").PendingReplacement);
        stack.Cloud.OnCreate = null;

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "2")), DeletesFirst));

        Assert.Equal(["replace a", "create-replacement a"], stack.Events.Steps);
        Assert.False(stack.State("a").PendingReplacement);
        Assert.Equal(["a-2"], stack.Cloud.Resources.Keys);
    }

    [Fact]
    public async Task Two_replacements_with_a_common_dependent_delete_it_once()
    {
        await stack.UpAsync(Program("1"));

        await stack.UpAsync(Program("2"));

        Assert.Equal(1, stack.Cloud.Calls.Count(call => call == "Delete c"));
        Assert.Equal(["a-2", "b-2", "c-2"], stack.Cloud.Resources.Keys.Order());

        static Func<TestProgram, Task> Program(string zone) => async program =>
        {
            var both = await Task.WhenAll(
                program.RegisterAsync("a", Map(("zone", zone)), DeletesFirst),
                program.RegisterAsync("b", Map(("zone", zone)), DeletesFirst));
            await program.RegisterAsync("c", Map(("zone", both[0].Id), ("size", both[1].Id)), request =>
            {
                request.InputDependsOn("zone", both[0].Urn);
                request.InputDependsOn("size", both[1].Urn);
            });
        };
    }

    private static Func<TestProgram, Task> Chain(string zone) => async program =>
    {
        var a = await program.RegisterAsync("a", Map(("zone", zone)), DeletesFirst);
        var b = await program.RegisterAsync("b", Map(("zone", a.Id)), request => request.InputDependsOn("zone", a.Urn));
        await program.RegisterAsync("c", Map(("zone", b.Id)), request => request.InputDependsOn("zone", b.Urn));
    };
}
