using System.Collections.Immutable;
using System.Text.Json;
using Provisioning.Engine.State;
using Provisioning.Engine.Tests.Harness;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>A resource whose inputs changed is compared and updated in place.</summary>
public sealed class UpdateTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task A_changed_input_updates_the_resource_in_place()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));
        var before = stack.State("a");

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "large"))));

        var after = stack.State("a");
        Assert.Equal(["update a"], stack.Events.Steps);
        Assert.Equal(before.Id, after.Id);
        Assert.Equal("large", stack.Cloud.Resources[after.Id].Fields["size"].StringValue);
        Assert.Equal(before.Created, after.Created);
        Assert.NotEqual(before.Modified, after.Modified);
    }

    [Fact]
    public async Task What_only_a_newer_Pulumi_knows_of_it_stays()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));
        ImmutableArray<ForeignMember> foreign = [new ForeignMember("pinned", JsonElement.Parse("true"))];
        stack.Snapshot = stack.Snapshot with
        {
            Resources = [.. stack.Snapshot.Resources.Select(resource => resource with { Foreign = foreign })],
            Foreign = foreign,
        };

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "large"))));

        Assert.Equal(foreign, stack.State("a").Foreign);
        Assert.Equal(foreign, stack.Snapshot.Foreign);
    }

    [Fact]
    public async Task The_provider_gets_the_old_state_and_the_new_inputs()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "large"))));

        var update = stack.Cloud.Requests<UpdateRequest>().Single();
        Assert.Equal("a-1", update.Id);
        Assert.Equal("address of a-1", update.Olds.Fields["address"].StringValue);
        Assert.Equal("small", update.OldInputs.Fields["size"].StringValue);
        Assert.Equal("large", update.News.Fields["size"].StringValue);
    }

    [Fact]
    public async Task Check_gets_the_old_inputs()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "large"))));

        var check = stack.Cloud.Requests<CheckRequest>().Single(request => request.Name == "a");
        Assert.Equal("small", check.Olds.Fields["size"].StringValue);
    }

    [Fact]
    public async Task The_event_names_the_properties_that_differ()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "large"), ("colour", "red"))));

        Assert.Equal(["colour", "size"], stack.Events.Metadata("update a").Diffs.AsEnumerable());
    }

    [Fact]
    public async Task A_detailed_diff_counts_only_when_the_provider_says_that_it_gives_one()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));
        stack.Cloud.OnDiff = _ => Task.FromResult(new DiffResponse
        {
            Changes = DiffResponse.Types.DiffChanges.DiffSome,
            DetailedDiff = { ["size"] = new PropertyDiff { Kind = PropertyDiff.Types.Kind.UpdateReplace } },
        });

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "large"))));

        Assert.Equal(["update a"], stack.Events.Steps);
        Assert.Null(stack.Events.Metadata("update a").DetailedDiff);
    }

    [Fact]
    public async Task A_provider_that_cannot_tell_leaves_the_comparison_to_the_engine()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("tags", Object(("env", "dev"))), ("size", "small"))));
        stack.Cloud.OnDiff = _ => Task.FromResult(new DiffResponse());

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("tags", Object(("env", "prod"))), ("size", "small"))));

        var metadata = stack.Events.Metadata("update a");
        Assert.Equal(["tags"], metadata.Diffs.AsEnumerable());
        Assert.Equal(["tags.env"], metadata.DetailedDiff?.Keys);
    }

    [Fact]
    public async Task A_provider_that_cannot_tell_of_equal_inputs_changes_nothing()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", Secret("small")))));
        stack.Cloud.OnDiff = _ => Task.FromResult(new DiffResponse());

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));

        Assert.Equal(["same a"], stack.Events.Steps);
    }

    [Fact]
    public async Task Changed_options_alone_are_recorded_without_a_provider_call()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));

        await stack.UpAsync(program => program.RegisterAsync("a", options: request => request.Protect = true));

        Assert.Equal(["same a"], stack.Events.Steps);
        Assert.True(stack.State("a").Protect);
    }

    [Fact]
    public async Task No_changes_with_replace_keys_is_no_step()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));
        stack.Cloud.OnDiff = _ => Task.FromResult(new DiffResponse { Changes = DiffResponse.Types.DiffChanges.DiffNone, Replaces = { "zone" } });

        await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(["same a"], stack.Events.Steps);
    }
}
