using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>A refresh makes the state what the cloud says.</summary>
public sealed class RefreshTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task Nothing_changed_in_the_cloud_is_no_change()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));
        var before = stack.State("a");

        var outcome = await stack.RefreshAsync();

        Assert.Equal(["refresh a"], stack.Events.Steps);
        Assert.Equal(["same a"], stack.Events.Done);
        Assert.False(outcome.HasChanges);
        Assert.Equal(before, stack.State("a"));
    }

    [Fact]
    public async Task What_changed_in_the_cloud_changes_in_the_state()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));
        stack.Cloud.Resources["a-1"].Fields["size"] = Google.Protobuf.WellKnownTypes.Value.ForString("large");

        var outcome = await stack.RefreshAsync();

        Assert.Equal(["update a"], stack.Events.Done);
        Assert.Equal(1, outcome.Changes[StepOp.Update]);
        Assert.Equal("large", stack.State("a").Inputs["size"]);
        Assert.Equal("large", stack.State("a").Outputs["size"]);
    }

    [Fact]
    public async Task The_difference_is_told_from_the_side_of_the_program()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));
        stack.Cloud.Resources["a-1"].Fields["added"] = Google.Protobuf.WellKnownTypes.Value.ForString("by hand");
        stack.Cloud.OnDiff = _ => Task.FromResult(new DiffResponse());

        await stack.RefreshAsync();

        Assert.Equal(PropertyDiff.Types.Kind.Add, stack.Events.DoneMetadata("update a").DetailedDiff?["added"].Kind);
    }

    [Fact]
    public async Task What_is_gone_leaves_the_state()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));
        stack.Cloud.Resources.Clear();

        var outcome = await stack.RefreshAsync();

        Assert.Equal(["delete a"], stack.Events.Done);
        Assert.Equal(1, outcome.Changes[StepOp.Delete]);
        Assert.Empty(stack.Names);
    }

    [Fact]
    public async Task References_to_what_is_gone_are_removed()
    {
        await stack.UpAsync(async program =>
        {
            var component = await program.RegisterComponentAsync("component");
            var a = await program.RegisterAsync("a", options: request => request.Parent = component.Urn);
            await program.RegisterAsync("b", Map(("target", a.Id)), request =>
            {
                request.Parent = a.Urn;
                request.DeletedWith = a.Urn;
                request.InputDependsOn("target", a.Urn);
            });
        });
        stack.Cloud.Resources.TryRemove("a-1", out _);

        await stack.RefreshAsync();

        var b = stack.State("b");
        Assert.Equal("component", b.Parent?.Name);
        Assert.Null(b.DeletedWith);
        Assert.Empty(b.Dependencies);
        Assert.Empty(b.PropertyDependencies["target"]);
    }

    [Fact]
    public async Task The_order_of_the_state_stays()
    {
        await stack.UpAsync(async program =>
        {
            var a = await program.RegisterAsync("a");
            await program.RegisterAsync("b", options: request => request.DependsOn(a.Urn));
        });
        stack.Cloud.Resources["b-1"].Fields["added"] = Google.Protobuf.WellKnownTypes.Value.ForString("by hand");

        await stack.RefreshAsync();

        Assert.Equal(["a", "b"], stack.Names);
    }

    [Fact]
    public async Task Without_inputs_in_the_answer_the_old_ones_stay()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));
        stack.Cloud.OnRead = request => Task.FromResult<ReadResponse?>(new ReadResponse { Id = request.Id, Properties = request.Properties });

        await stack.RefreshAsync();

        Assert.Equal(Map(("size", "small")), stack.State("a").Inputs);
    }

    [Fact]
    public async Task A_new_id_is_accepted()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));
        stack.Cloud.OnRead = request => Task.FromResult<ReadResponse?>(new ReadResponse { Id = "renamed", Properties = request.Properties });

        await stack.RefreshAsync();

        Assert.Equal("renamed", stack.State("a").Id);
    }

    [Fact]
    public async Task Secrets_stay_secret()
    {
        stack.Cloud.AcceptsSecrets = false;
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("password", Secret("x")))));
        stack.Cloud.Resources["a-1"].Fields["password"] = Google.Protobuf.WellKnownTypes.Value.ForString("y");

        await stack.RefreshAsync();

        Assert.Equal(Secret("y"), stack.State("a").Inputs["password"]);
        Assert.Equal(Secret("y"), stack.State("a").Outputs["password"]);
    }

    [Fact]
    public async Task Components_and_providers_are_left_alone()
    {
        await stack.UpAsync(async program =>
        {
            await program.RegisterComponentAsync("component");
            await program.RegisterProviderAsync("p");
        });

        await stack.RefreshAsync();

        Assert.Empty(stack.Events.Steps);
        Assert.Equal(["component", "p"], stack.Names);
    }

    [Fact]
    public async Task A_failed_read_fails_the_operation_and_keeps_the_state()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));
        stack.Cloud.OnRead = _ => throw new RpcException(RpcStatusCode.PermissionDenied, "You may not read it.");

        var outcome = await stack.RefreshAsync();

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Equal(["a: You may not read it."], stack.Events.Errors);
        Assert.Equal(["a"], stack.Names);
    }

    [Fact]
    public async Task What_was_found_before_a_failure_is_kept_and_nothing_refers_to_what_is_gone()
    {
        await stack.UpAsync(async program =>
        {
            var gone = await program.RegisterAsync("gone");
            await program.RegisterAsync("b", options: request => request.DependsOn(gone.Urn));
            await program.RegisterAsync("fails");
        });
        stack.Cloud.OnRead = request => request.Name switch
        {
            "gone" => Task.FromResult<ReadResponse?>(new ReadResponse()),
            "fails" => throw new RpcException(RpcStatusCode.PermissionDenied, "You may not read it."),
            _ => Task.FromResult<ReadResponse?>(null),
        };

        await stack.RefreshAsync();

        Assert.Equal(["b", "fails"], stack.Names);
        Assert.Empty(stack.State("b").Dependencies);
    }

    [Fact]
    public async Task A_half_done_resource_is_a_warning()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));
        stack.Cloud.OnRead = _ => throw PartialFailure.Of("a-1", PropertyMap.Empty, "It is not ready.");

        var outcome = await stack.RefreshAsync();

        Assert.Equal(OperationResult.Succeeded, outcome.Result);
        Assert.Equal(["a: It is not ready."], stack.Events.Warnings);
        Assert.Equal(["It is not ready."], stack.State("a").InitErrors.AsEnumerable());
    }

    [Fact]
    public async Task An_update_can_refresh_first()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));
        stack.Cloud.Resources["a-1"].Fields["size"] = Google.Protobuf.WellKnownTypes.Value.ForString("large");

        var outcome = await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))), new OperationOptions { Refresh = true });

        Assert.Equal(["refresh a", "update a"], stack.Events.Steps);
        Assert.Equal([KeyValuePair.Create(StepOp.Update, 1)], outcome.Changes);
        Assert.Equal("small", stack.Cloud.Resources["a-1"].Fields["size"].StringValue);
    }

    [Fact]
    public async Task An_update_that_refreshes_first_creates_what_is_gone()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));
        stack.Cloud.Resources.Clear();

        await stack.UpAsync(program => program.RegisterAsync("a"), new OperationOptions { Refresh = true });

        Assert.Equal(["refresh a", "create a"], stack.Events.Steps);
        Assert.Equal("a-2", stack.State("a").Id);
    }

    [Fact]
    public async Task A_preview_reads_and_keeps_no_record()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));
        stack.Cloud.Resources.Clear();

        var outcome = await stack.RefreshAsync(dryRun: true);

        Assert.Equal(["delete a"], stack.Events.Done);
        Assert.Empty(stack.Journal.Log);
        Assert.DoesNotContain(outcome.Snapshot.Resources, resource => resource.Urn.Name == "a");
    }
}
