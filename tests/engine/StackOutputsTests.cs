using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Values;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>The outputs of the stack are stored when everything else is done.</summary>
public sealed class StackOutputsTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task They_are_stored_last()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));

        await stack.UpAsync(Program(Map(("url", "x"))));

        Assert.Equal(Map(("url", "x")), stack.State("shop-dev").Outputs);
        Assert.Equal("end shop-dev", stack.Journal.Log[^1]);
        Assert.Equal(["delete a", "create shop-dev"], stack.Events.Done);
    }

    [Fact]
    public async Task Those_that_are_not_given_any_more_go()
    {
        await stack.UpAsync(Program(Map(("old", "1"), ("both", "1"))));

        await stack.UpAsync(Program(Map(("new", "2"), ("both", "2"))));

        Assert.Equal(Map(("new", "2"), ("both", "2")), stack.State("shop-dev").Outputs);
    }

    [Fact]
    public async Task After_a_failure_those_that_are_missing_stay()
    {
        await stack.UpAsync(Program(Map(("old", "1"), ("both", "1"))));

        await stack.UpAsync(async program =>
        {
            await Program(Map(("new", "2"), ("both", "2")))(program);
            throw new ExitException(1);
        });

        Assert.Equal(Map(("old", "1"), ("new", "2"), ("both", "2")), stack.State("shop-dev").Outputs);
    }

    [Fact]
    public async Task A_program_that_ends_before_giving_any_leaves_them_as_they_were()
    {
        await stack.UpAsync(Program(Map(("old", "1"))));

        await stack.UpAsync(async program =>
        {
            await program.RegisterStackAsync();
            throw new ExitException(1);
        });

        Assert.Equal(Map(("old", "1")), stack.State("shop-dev").Outputs);
    }

    [Fact]
    public async Task A_preview_foretells_them()
    {
        var outcome = await stack.PreviewAsync(Program(Map(("url", PropertyValue.Unknown))));

        Assert.Equal(Map(("url", PropertyValue.Unknown)), outcome.Snapshot.Resources.Single().Outputs);
    }

    private static Func<TestProgram, Task> Program(PropertyMap outputs) => async program =>
    {
        var root = await program.RegisterStackAsync();
        await program.CompleteAsync(root.Urn, outputs);
    };
}
