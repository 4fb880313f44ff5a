using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>A resource that goes with another one needs no deletion of its own.</summary>
public sealed class DeletedWithTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task It_is_not_deleted_when_the_other_one_is()
    {
        await stack.UpAsync(Program("1"));

        await stack.UpAsync(_ => Task.CompletedTask);

        Assert.Equal(["delete whole", "delete part"], stack.Events.Steps);
        Assert.Equal(["Delete whole"], stack.Cloud.Calls.Where(call => call.StartsWith("Delete", StringComparison.Ordinal)));
        Assert.Empty(stack.Names);
    }

    [Fact]
    public async Task It_is_deleted_when_it_goes_alone()
    {
        await stack.UpAsync(Program("1"));

        await stack.UpAsync(program => program.RegisterAsync("whole", Map(("zone", "1"))));

        Assert.Contains("Delete part", stack.Cloud.Calls);
    }

    [Fact]
    public async Task It_is_replaced_when_the_other_one_is()
    {
        await stack.UpAsync(Program("1"));

        await stack.UpAsync(Program("2"));

        Assert.Contains("replace part", stack.Events.Steps);
        Assert.Equal(["deletedWith"], stack.Events.Metadata("replace part").ReplaceKeys.AsEnumerable());
    }

    [Fact]
    public async Task It_goes_without_a_call_when_the_other_one_is_deleted_before_its_replacement()
    {
        stack.Cloud.DeletesBeforeReplace = true;
        await stack.UpAsync(Program("1"));

        await stack.UpAsync(Program("2"));

        Assert.Equal(
            ["delete-replaced whole", "delete-replaced part", "replace whole", "create-replacement whole", "replace part", "create-replacement part"],
            stack.Events.Steps);
        Assert.DoesNotContain("Delete part", stack.Cloud.Calls);
    }

    [Fact]
    public async Task It_stays_when_the_other_one_cannot_be_deleted()
    {
        await stack.UpAsync(Program("1"));
        stack.Cloud.OnDelete = (_, _) => throw new RpcException(RpcStatusCode.FailedPrecondition, "It is in use.");

        await stack.UpAsync(_ => Task.CompletedTask);

        Assert.Equal(["whole", "part"], stack.Names);
    }

    [Fact]
    public async Task It_stays_when_the_other_one_cannot_be_deleted_before_its_replacement()
    {
        stack.Cloud.DeletesBeforeReplace = true;
        await stack.UpAsync(Program("1"));
        stack.Cloud.OnDelete = (_, _) => throw new RpcException(RpcStatusCode.FailedPrecondition, "It is in use.");

        await stack.UpAsync(Program("2"));

        Assert.False(stack.State("part").PendingReplacement);
    }

    [Fact]
    public async Task Parts_of_parts_go_in_the_same_step()
    {
        await stack.UpAsync(async program =>
        {
            var whole = await program.RegisterAsync("whole");
            var part = await program.RegisterAsync("part", options: request => request.DeletedWith = whole.Urn);
            await program.RegisterAsync("detail", options: request => request.DeletedWith = part.Urn);
        });

        await stack.DestroyAsync();

        Assert.Equal(["Delete whole"], stack.Cloud.Calls.Where(call => call.StartsWith("Delete", StringComparison.Ordinal)));
        Assert.Equal(["delete whole", "delete detail", "delete part"], stack.Events.Steps);
    }

    [Fact]
    public async Task It_is_deleted_by_itself_when_something_it_depends_on_must_go_before_the_other_one()
    {
        await stack.UpAsync(async program =>
        {
            var whole = await program.RegisterAsync("whole");
            var between = await program.RegisterAsync("between", options: request => request.DependsOn(whole.Urn));
            await program.RegisterAsync("part", options: request =>
            {
                request.DeletedWith = whole.Urn;
                request.DependsOn(between.Urn);
            });
        });

        await stack.DestroyAsync();

        Assert.Equal(["Delete part", "Delete between", "Delete whole"], stack.Cloud.Calls.Where(call => call.StartsWith("Delete", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task It_is_deleted_when_the_other_one_is_retained()
    {
        await stack.UpAsync(async program =>
        {
            var whole = await program.RegisterAsync("whole", options: request => request.RetainOnDelete = true);
            await program.RegisterAsync("part", options: request => request.DeletedWith = whole.Urn);
        });

        await stack.DestroyAsync();

        Assert.Equal(["Delete part"], stack.Cloud.Calls.Where(call => call.StartsWith("Delete", StringComparison.Ordinal)));
    }

    private static Func<TestProgram, Task> Program(string zone) => async program =>
    {
        var whole = await program.RegisterAsync("whole", Map(("zone", zone)));
        await program.RegisterAsync("part", options: request => request.DeletedWith = whole.Urn);
    };
}
