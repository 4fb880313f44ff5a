using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests.Plans;

/// <summary>An update under a plan does what was planned, or less, and nothing else.</summary>
public sealed class PlanTests
{
    private const string Advice = "Make a new plan with 'preview --save-plan', and have it reviewed.";

    private readonly PlannedStack stack = new();

    [Fact]
    public async Task What_was_planned_is_done()
    {
        await stack.Stack.UpAsync(program => Task.WhenAll(program.RegisterAsync("a", Map(("size", 1))), program.RegisterAsync("old"), program.RegisterAsync("b", Map(("zone", 1)))));
        Task Program(TestProgram program) => Task.WhenAll(
            program.RegisterAsync("a", Map(("size", 2))), program.RegisterAsync("new"), program.RegisterAsync("b", Map(("zone", 2))));
        var plan = await stack.PlanAsync(Program);
        Assert.Empty(stack.Changes);

        var outcome = await stack.UpAsync(plan, Program);

        Assert.Equal(OperationResult.Succeeded, outcome.Result);
        Assert.Equal(["Create b", "Create new", "Delete b", "Delete old", "Update a"], stack.Changes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_second_run_under_the_same_plan_finds_everything_done()
    {
        await stack.Stack.UpAsync(program => program.RegisterAsync("gone"));
        var plan = await stack.PlanAsync(program => program.RegisterAsync("a", Map(("size", 1))));
        await stack.UpAsync(plan, program => program.RegisterAsync("a", Map(("size", 1))));

        var outcome = await stack.UpAsync(plan, program => program.RegisterAsync("a", Map(("size", 1))));

        Assert.Equal(OperationResult.Succeeded, outcome.Result);
        Assert.Empty(stack.Changes);
    }

    [Fact]
    public async Task Values_that_a_preview_does_not_know_may_become_anything()
    {
        static async Task Program(TestProgram program)
        {
            var a = await program.RegisterAsync("a");
            await program.RegisterAsync("b", Map(("zone", a.Id.Length == 0 ? PropertyValue.Unknown : a.Id), ("inner", Object(("address", Address(a))))));
        }

        var plan = await stack.PlanAsync(Program);

        Assert.Equal(OperationResult.Succeeded, (await stack.UpAsync(plan, Program)).Result);
        Assert.Equal("a-1", stack.Stack.State("b").Inputs["zone"]);
    }

    [Theory]
    [InlineData("added", "create")]
    [InlineData("changed", "update")]
    [InlineData("moved", "delete-replaced")]
    public async Task A_step_that_was_not_planned_is_refused(string name, string step)
    {
        stack.Stack.Cloud.DeletesBeforeReplace = true;
        Task Before(TestProgram program) => Task.WhenAll(
            program.RegisterAsync("changed", Map(("size", 1))), program.RegisterAsync("moved", Map(("zone", 1))));
        await stack.Stack.UpAsync(Before);
        var plan = await stack.PlanAsync(Before);

        var outcome = await stack.UpAsync(plan, async program =>
        {
            await program.RegisterAsync("changed", Map(("size", name == "changed" ? 2 : 1)));
            await program.RegisterAsync("moved", Map(("zone", name == "moved" ? 2 : 1)));
            if (name == "added")
                await program.RegisterAsync("added");
        });

        Assert.Equal(OperationResult.Failed, outcome.Result);
        var planned = name == "added" ? "" : ", but 'same'";
        Assert.Equal($"ACC4011 {name}: It violates the plan: the step '{step}' was not planned{planned}. {Advice}", stack.Errors[0]);
        Assert.Empty(stack.Changes);
    }

    [Fact]
    public async Task Nothing_is_deleted_when_one_deletion_was_not_planned()
    {
        await stack.Stack.UpAsync(program => Task.WhenAll(program.RegisterAsync("a"), program.RegisterAsync("b")));
        var plan = await stack.PlanAsync(program => program.RegisterAsync("b"));

        var outcome = await stack.UpAsync(plan, _ => Task.CompletedTask);

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal($"ACC4011 b: It violates the plan: the step 'delete' was not planned, but 'same'. {Advice}", stack.Errors[0]);
        Assert.Empty(stack.Changes);
    }

    [Theory]
    [InlineData("other", "'size' would change, and the plan gives it another value")]
    [InlineData("more", "'extra' would be added, and the plan leaves it as it is")]
    [InlineData("less", "'kept' would be removed, and the plan leaves it as it is")]
    [InlineData("undone", "'size' stays as it is, and the plan gives it another value")]
    public async Task A_property_that_was_not_planned_is_refused(string variant, string violation)
    {
        await stack.Stack.UpAsync(program => program.RegisterAsync("a", Map(("size", 1), ("kept", 1), ("lost", 1))));
        var wanted = Map(("size", 2), ("kept", 1));
        var plan = await stack.PlanAsync(program => program.RegisterAsync("a", wanted));

        var outcome = await stack.UpAsync(plan, program => program.RegisterAsync("a", variant switch
        {
            "other" => wanted.With("size", 3),
            "more" => wanted.With("extra", 1),
            "less" => wanted.Without("kept"),
            _ => wanted.With("size", 1),
        }));

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal([$"ACC4011 a: It violates the plan: its property {violation}. {Advice}"], stack.Errors);
        Assert.Empty(stack.Changes);
    }

    [Fact]
    public async Task A_changed_option_is_refused()
    {
        await stack.Stack.UpAsync(program => program.RegisterAsync("a", options: request => request.Protect = true));
        var plan = await stack.PlanAsync(program => program.RegisterAsync("a", options: request => request.Protect = true));

        await stack.UpAsync(plan, program => program.RegisterAsync("a", options: request => request.Protect = false));

        Assert.Equal([$"ACC4011 a: It violates the plan: its 'protect' changed. {Advice}"], stack.Errors);
        Assert.True(stack.Stack.State("a").Protect);
    }

    [Fact]
    public async Task What_was_planned_and_is_not_asked_for_any_more_fails_the_run()
    {
        var plan = await stack.PlanAsync(program => Task.WhenAll(program.RegisterAsync("a"), program.RegisterAsync("b")));

        var outcome = await stack.UpAsync(plan, program => program.RegisterAsync("a"));

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal(["ACC4012 b: The plan has the step 'create', and that was not done: by now nothing asks for it."], stack.Errors);
    }

    [Fact]
    public async Task What_is_gone_already_need_not_be_deleted()
    {
        await stack.Stack.UpAsync(program => Task.WhenAll(program.RegisterAsync("a"), program.RegisterAsync("b")));
        var plan = await stack.PlanAsync(program => program.RegisterAsync("a"));
        stack.Stack.Cloud.Resources.TryRemove(stack.Stack.State("b").Id, out _);

        var outcome = await stack.UpAsync(plan, program => program.RegisterAsync("a"), new OperationOptions { Refresh = true });

        Assert.Equal(OperationResult.Succeeded, outcome.Result);
    }

    [Fact]
    public async Task What_was_deleted_outside_is_not_created_again()
    {
        await stack.Stack.UpAsync(program => program.RegisterAsync("a"));
        var plan = await stack.PlanAsync(program => program.RegisterAsync("a"));
        stack.Stack.Cloud.Resources.Clear();

        var outcome = await stack.UpAsync(plan, program => program.RegisterAsync("a"), new OperationOptions { Refresh = true });

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal([$"ACC4011 a: It violates the plan: the step 'create' was not planned, but 'same'. {Advice}"], stack.Errors);
        Assert.Empty(stack.Changes);
    }

    [Fact]
    public async Task A_planned_replacement_may_turn_out_to_be_nothing()
    {
        static async Task Program(TestProgram program, int size)
        {
            var a = await program.RegisterAsync("a", Map(("size", size)));
            await program.RegisterAsync("b", Map(("zone", Address(a))), request => request.InputDependsOn("zone", a.Urn));
        }

        await stack.Stack.UpAsync(program => Program(program, 1));
        stack.Stack.Cloud.OnUpdate = request => Task.FromResult(
            request.Preview ? new UpdateResponse { Properties = TestProgram.Marshal(Map(("address", PropertyValue.Unknown))) } : null);
        var plan = await stack.PlanAsync(program => Program(program, 2));
        Assert.Contains("create-replacement", stack.File, StringComparison.Ordinal);

        var outcome = await stack.UpAsync(plan, program => Program(program, 2));

        Assert.Equal(OperationResult.Succeeded, outcome.Result);
        Assert.Equal(["Update a"], stack.Changes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_replacement_that_stopped_halfway_is_ended_under_the_same_plan(bool deletesFirst)
    {
        stack.Stack.Cloud.DeletesBeforeReplace = deletesFirst;
        await stack.Stack.UpAsync(async program =>
        {
            var a = await program.RegisterAsync("a", Map(("zone", 1)));
            await program.RegisterAsync("gone", Map(("zone", a.Id)), request => request.InputDependsOn("zone", a.Urn));
        });
        Task Program(TestProgram program) => program.RegisterAsync("a", Map(("zone", 2)));
        var plan = await stack.PlanAsync(Program);
        stack.Stack.Cloud.OnCreate = (request, _) => deletesFirst && !request.Preview ? throw new RpcException(RpcStatusCode.Aborted, "It was not possible.") : Task.FromResult<CreateResponse?>(null);
        stack.Stack.Cloud.OnDelete = (request, _) => !deletesFirst && request.Name == "a" ? throw new RpcException(RpcStatusCode.Aborted, "It was not possible.") : Task.CompletedTask;
        Assert.Equal(OperationResult.Failed, (await stack.UpAsync(plan, Program)).Result);
        (stack.Stack.Cloud.OnCreate, stack.Stack.Cloud.OnDelete) = (null, null);

        Assert.Equal(OperationResult.Succeeded, (await stack.UpAsync(plan, Program)).Result);

        Assert.Equal(["a"], stack.Stack.Names);
        Assert.Equal(["a-2"], stack.Stack.Cloud.Resources.Keys);
    }

    [Fact]
    public async Task Outputs_of_the_stack_are_held_to_the_plan()
    {
        async Task Program(TestProgram program, PropertyValue value)
        {
            var root = await program.RegisterStackAsync();
            var a = await program.RegisterAsync("a");
            await program.CompleteAsync(root.Urn, Map(("address", Address(a)), ("value", value)));
        }

        var plan = await stack.PlanAsync(program => Program(program, "planned"));

        Assert.Equal(OperationResult.Failed, (await stack.UpAsync(plan, program => Program(program, "another"))).Result);
        Assert.Equal([$"ACC4011 shop-dev: It violates the plan: its output 'value' would be added, and the plan adds it with another value. {Advice}"], stack.Errors);
        Assert.Equal(OperationResult.Succeeded, (await stack.UpAsync(plan, program => Program(program, "planned"))).Result);
        Assert.Equal("planned", stack.Stack.Snapshot.Outputs["value"]);
    }

    [Fact]
    public async Task Imports_and_reads_are_held_to_the_plan()
    {
        stack.Stack.Cloud.Resources["there"] = TestProgram.Marshal(Map(("size", 1), ("address", "somewhere")));
        Task Program(TestProgram program, int size) => Task.WhenAll(
            program.RegisterAsync("a", Map(("size", size)), request => request.ImportId = "there"), program.ReadAsync("b", "there"));
        var plan = await stack.PlanAsync(program => Program(program, 2));

        Assert.Equal(OperationResult.Failed, (await stack.UpAsync(plan, program => Program(program, 1))).Result);
        Assert.Empty(stack.Changes);
        Assert.Equal(OperationResult.Succeeded, (await stack.UpAsync(plan, program => Program(program, 2))).Result);
        Assert.Equal(["Update a"], stack.Changes);
    }

    [Fact]
    public async Task Automatic_names_are_those_of_the_preview()
    {
        stack.Stack.Cloud.OnCheck = request => Task.FromResult(new CheckResponse
        {
            Inputs = TestProgram.Marshal(Map(("name", Convert.ToHexString(request.RandomSeed.Span)))),
        });
        var plan = await stack.PlanAsync(program => program.RegisterAsync("a"));

        var outcome = await stack.UpAsync(plan, program => program.RegisterAsync("a"));

        Assert.Equal(OperationResult.Succeeded, outcome.Result);
    }

    [Fact]
    public async Task After_a_violation_the_rest_of_the_plan_goes_on_when_errors_do_not_stop_it()
    {
        var plan = await stack.PlanAsync(program => program.RegisterAsync("a"));

        var outcome = await stack.UpAsync(
            plan, program => Task.WhenAll(program.RegisterAsync("b"), program.RegisterAsync("a")), new OperationOptions { ContinueOnError = true });

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal(["Create a"], stack.Changes);
    }

    private static PropertyValue Address(RegisterResourceResponse response) =>
        PropertyMarshaller.Unmarshal(response.Object).GetOrNull("address");
}
