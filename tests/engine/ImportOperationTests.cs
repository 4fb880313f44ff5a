using Provisioning.Engine.Operations;
using Provisioning.Engine.State;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>An existing resource is taken into the state without a program.</summary>
public sealed class ImportOperationTests
{
    private static readonly PropertyMap Theirs = Map(("size", "small"), ("zone", "1"));

    private readonly TestStack stack = new();

    public ImportOperationTests() => stack.Cloud.Resources["theirs"] = TestProgram.Marshal(Theirs);

    [Fact]
    public async Task What_is_read_becomes_its_inputs()
    {
        await stack.ImportAsync(Thing());

        Assert.Equal(["create shop-dev", "import a"], stack.Events.Steps);
        var state = stack.State("a");
        Assert.Equal(("theirs", "", true, false), (state.Id, state.ImportId, state.Protect, state.External));
        Assert.Equal(Theirs, state.Inputs);
        Assert.NotNull(state.Created);
        Assert.Equal(stack.State("shop-dev").Urn, state.Parent);
    }

    [Fact]
    public async Task The_cloud_is_only_read()
    {
        await stack.ImportAsync(Thing());

        Assert.Null(stack.Cloud.Requests<ReadRequest>().Single().Inputs);
        Assert.Empty(stack.Cloud.Requests<CreateRequest>());
        Assert.Empty(stack.Cloud.Requests<UpdateRequest>());
    }

    [Fact]
    public async Task The_next_update_makes_it_what_the_program_says()
    {
        await stack.ImportAsync(Thing());

        await stack.UpAsync(Program("large"));

        Assert.Equal(["update a"], stack.Events.Steps.Where(step => step.EndsWith(" a", StringComparison.Ordinal)));
        Assert.False(stack.State("a").Protect);
    }

    [Fact]
    public async Task A_program_that_says_the_same_changes_nothing()
    {
        await stack.ImportAsync(Thing());

        await stack.UpAsync(Program("small"));

        Assert.Equal(["same a"], stack.Events.Steps.Where(step => step.EndsWith(" a", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task It_comes_in_after_what_is_there_and_below_a_component_made_for_it()
    {
        await stack.UpAsync(async program =>
        {
            await program.RegisterStackAsync();
            await program.RegisterAsync("b");
        });
        var component = Urn.Create(TestStack.Name, TestStack.Project, null, TestProgram.ComponentType, "group");

        await stack.ImportAsync(
            new ResourceImport { Type = TestProgram.ComponentType, Name = "group" },
            Thing() with { Parent = component });

        Assert.Equal(["shop-dev", "b", "group", "a"], stack.Names);
        Assert.Equal(component, stack.State("a").Parent);
        Assert.Equal(stack.State("b").Provider, stack.State("a").Provider);
    }

    [Fact]
    public async Task It_depends_on_what_the_state_has_of_what_is_given()
    {
        await stack.UpAsync(program => program.RegisterAsync("b"));

        await stack.ImportAsync(Thing() with { Dependencies = [TestStack.UrnOf("b"), TestStack.UrnOf("later")] });

        Assert.Equal(TestStack.UrnOf("b"), Assert.Single(stack.State("a").Dependencies));
    }

    [Fact]
    public async Task Importing_the_same_again_changes_nothing()
    {
        await stack.ImportAsync(Thing());

        var outcome = await stack.ImportAsync(Thing());

        Assert.False(outcome.HasChanges);
        Assert.Empty(stack.Events.Errors);
    }

    [Fact]
    public async Task A_name_that_another_resource_has_is_refused()
    {
        await stack.ImportAsync(Thing());

        await stack.ImportAsync(Thing() with { Id = "others" });

        Assert.StartsWith("a: It is in the stack already, with the id 'theirs'", stack.Events.Errors.Single());
        Assert.Equal("theirs", stack.State("a").Id);
    }

    [Fact]
    public async Task A_parent_that_is_not_in_the_stack_is_refused()
    {
        await stack.ImportAsync(Thing() with { Parent = TestStack.UrnOf("nobody") });

        Assert.StartsWith("a: Its parent ", stack.Events.Errors.Single());
    }

    [Fact]
    public async Task What_does_not_exist_cannot_be_imported()
    {
        await stack.ImportAsync(Thing() with { Id = "nowhere" });

        Assert.Equal(["a: The resource 'nowhere' does not exist; check its id."], stack.Events.Errors);
        Assert.DoesNotContain("a", stack.Names);
    }

    [Fact]
    public async Task A_preview_reads_and_keeps_nothing()
    {
        var outcome = await stack.ImportAsync(dryRun: true, Thing());

        Assert.Equal(["create shop-dev", "import a"], stack.Events.Steps);
        Assert.True(outcome.HasChanges);
        Assert.Empty(stack.Names);
    }

    private static ResourceImport Thing() => new() { Type = TestProgram.ThingType, Name = "a", Id = "theirs", Protect = true };

    private static Func<TestProgram, Task> Program(string size) => async program =>
    {
        await program.RegisterStackAsync();
        await program.RegisterAsync("a", Map(("size", size), ("zone", "1")), request => request.Parent = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev");
    };
}
