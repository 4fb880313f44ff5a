using Provisioning.Engine.Tests.Harness;
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

        Assert.Equal(["delete part", "delete whole"], stack.Events.Steps);
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
    public async Task It_goes_first_without_a_call_when_the_other_one_is_deleted_before_its_replacement()
    {
        stack.Cloud.DeletesBeforeReplace = true;
        await stack.UpAsync(Program("1"));

        await stack.UpAsync(Program("2"));

        Assert.Equal(
            ["delete-replaced part", "delete-replaced whole", "replace whole", "create-replacement whole", "replace part", "create-replacement part"],
            stack.Events.Steps);
        Assert.DoesNotContain("Delete part", stack.Cloud.Calls);
    }

    private static Func<TestProgram, Task> Program(string zone) => async program =>
    {
        var whole = await program.RegisterAsync("whole", Map(("zone", zone)));
        await program.RegisterAsync("part", options: request => request.DeletedWith = whole.Urn);
    };
}
