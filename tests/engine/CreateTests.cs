using Provisioning.Engine.Events;
using Provisioning.Engine.State;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Values;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>A resource that is not in the state is checked and created.</summary>
public sealed class CreateTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task A_new_resource_is_checked_and_created()
    {
        var outcome = await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));

        Assert.Equal(OperationResult.Succeeded, outcome.Result);
        Assert.Equal(["CheckConfig default", "Configure default", "Check a", "Create a"], stack.Cloud.Calls);
        Assert.Equal(["create a"], stack.Events.Steps);
        Assert.Equal(["create a"], stack.Events.Done);
    }

    [Fact]
    public async Task The_program_gets_the_urn_the_id_and_the_outputs()
    {
        Pulumirpc.RegisterResourceResponse? response = null;
        await stack.UpAsync(async program => response = await program.RegisterAsync("a", Map(("size", "small"))));

        Assert.Equal("urn:pulumi:dev::shop::test:index:Thing::a", response?.Urn);
        Assert.Equal("a-1", response?.Id);
        Assert.Equal(Map(("size", "small"), ("address", "address of a-1")), PropertyMarshaller.Unmarshal(response?.Object));
    }

    [Fact]
    public async Task The_state_holds_what_the_provider_answered()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));

        var state = stack.State("a");
        Assert.Equal("a-1", state.Id);
        Assert.True(state.Custom);
        Assert.Equal(Map(("size", "small")), state.Inputs);
        Assert.Equal(Map(("size", "small"), ("address", "address of a-1")), state.Outputs);
        Assert.NotNull(state.Created);
        Assert.Equal(state.Created, state.Modified);
    }

    [Fact]
    public async Task The_inputs_that_check_returned_are_created_and_stored()
    {
        stack.Cloud.OnCheck = request =>
        {
            request.News.Fields["name"] = Google.Protobuf.WellKnownTypes.Value.ForString("a-7f");
            return Task.FromResult(new Pulumirpc.CheckResponse { Inputs = request.News });
        };

        await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(Map(("name", "a-7f")), stack.State("a").Inputs);
        Assert.Equal("a-7f", stack.Cloud.Resources["a-1"].Fields["name"].StringValue);
    }

    [Fact]
    public async Task A_check_without_inputs_means_empty_inputs()
    {
        stack.Cloud.OnCheck = _ => Task.FromResult(new Pulumirpc.CheckResponse());

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));

        Assert.Empty(stack.State("a").Inputs);
    }

    [Fact]
    public async Task Check_gets_a_seed_and_no_old_inputs()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));

        var check = stack.Cloud.Requests<Pulumirpc.CheckRequest>().Single(request => request.Name == "a");
        Assert.Equal(32, check.RandomSeed.Length);
        Assert.NotNull(check.Olds);
        Assert.Empty(check.Olds.Fields);
        Assert.Equal(TestProgram.ThingType, check.Type);
    }

    [Fact]
    public async Task A_second_run_of_the_same_program_changes_nothing()
    {
        static Task Program(TestProgram program) => program.RegisterAsync("a", Map(("size", "small")));
        await stack.UpAsync(Program);
        var before = stack.State("a");

        var outcome = await stack.UpAsync(Program);

        Assert.Equal(["same a"], stack.Events.Steps);
        Assert.False(outcome.HasChanges);
        Assert.Equal(before.Modified, stack.State("a").Modified);
        Assert.DoesNotContain("Create a", stack.Cloud.Calls);
    }

    [Fact]
    public async Task The_journal_holds_the_beginning_before_the_call_and_the_end_after_it()
    {
        stack.Cloud.OnCreate = (_, _) =>
        {
            Assert.Equal("begin creating a", stack.Journal.Log[^1]);
            return Task.FromResult<Pulumirpc.CreateResponse?>(null);
        };

        await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(["end default", "begin creating a", "end a"], stack.Journal.Log);
        Assert.Same(stack.Snapshot, stack.Journal.Completed);
        Assert.Empty(stack.Snapshot.PendingOperations);
    }

    [Fact]
    public async Task The_manifest_names_a_version_that_other_engines_know()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(Manifest.CompatibleVersion, stack.Snapshot.Manifest.Version);
    }

    [Fact]
    public async Task A_name_cannot_be_registered_twice()
    {
        var outcome = await stack.UpAsync(async program =>
        {
            await program.RegisterAsync("a");
            await program.RegisterAsync("a");
        });

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal(
            ["a: The URN 'urn:pulumi:dev::shop::test:index:Thing::a' is registered twice; give one of the two resources another name."],
            stack.Events.Errors);
        Assert.Equal(["a"], stack.Names);
    }

    [Fact]
    public async Task A_creation_without_an_id_fails()
    {
        stack.Cloud.OnCreate = (_, _) => Task.FromResult<Pulumirpc.CreateResponse?>(new Pulumirpc.CreateResponse());

        await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(["a: The provider did not return an id from Create."], stack.Events.Errors);
        Assert.Empty(stack.Names);
    }
}
