using Provisioning.Engine.Tests.Harness;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>The program names properties whose change replaces the resource.</summary>
public sealed class ReplaceOnChangesTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task A_change_of_a_named_property_replaces()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "large")), On("size")));

        Assert.Equal(["create-replacement a", "replace a", "delete-replaced a"], stack.Events.Steps);
        Assert.Equal(["size"], stack.Events.Metadata("replace a").ReplaceKeys.AsEnumerable());
    }

    [Fact]
    public async Task A_change_of_another_property_updates()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "large")), On("colour")));

        Assert.Equal(["update a"], stack.Events.Steps);
    }

    [Fact]
    public async Task No_change_replaces_nothing()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small")), On("*")));

        Assert.Equal(["same a"], stack.Events.Steps);
    }

    [Fact]
    public async Task A_path_promotes_the_entries_of_the_detailed_diff_below_it()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("tags", Object(("env", "dev"))))));
        stack.Cloud.OnDiff = _ => Task.FromResult(new DiffResponse
        {
            Changes = DiffResponse.Types.DiffChanges.DiffSome,
            HasDetailedDiff = true,
            DetailedDiff =
            {
                ["tags.env"] = new PropertyDiff { Kind = PropertyDiff.Types.Kind.Update },
                ["size"] = new PropertyDiff { Kind = PropertyDiff.Types.Kind.Add },
            },
        });

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("tags", Object(("env", "prod")))), On("tags")));

        var metadata = stack.Events.Metadata("replace a");
        Assert.Equal(["tags"], metadata.ReplaceKeys.AsEnumerable());
        Assert.Equal(PropertyDiff.Types.Kind.UpdateReplace, metadata.DetailedDiff?["tags.env"].Kind);
        Assert.Equal(PropertyDiff.Types.Kind.Add, metadata.DetailedDiff?["size"].Kind);
    }

    [Fact]
    public async Task A_half_done_resource_can_be_named_too()
    {
        stack.Cloud.OnCreate = (_, _) => throw PartialFailure.Of("a-1", Map(("size", "small")), "It did not become ready.");
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));
        stack.Cloud.OnCreate = null;

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small")), On("#initerror")));

        Assert.Contains("replace a", stack.Events.Steps);
    }

    [Fact]
    public async Task A_changed_replacement_trigger_replaces()
    {
        await stack.UpAsync(Triggered("1"));

        await stack.UpAsync(Triggered("2"));

        Assert.Contains("replace a", stack.Events.Steps);
        Assert.Equal(["replacementTrigger"], stack.Events.Metadata("replace a").ReplaceKeys.AsEnumerable());
    }

    [Fact]
    public async Task A_replacement_trigger_that_comes_or_stays_does_not_replace()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));

        await stack.UpAsync(Triggered("1"));
        Assert.Equal(["same a"], stack.Events.Steps);

        await stack.UpAsync(Triggered("1"));
        Assert.Equal(["same a"], stack.Events.Steps);
    }

    [Fact]
    public async Task A_resource_is_replaced_with_another_one_it_names()
    {
        await stack.UpAsync(Program("1"));

        await stack.UpAsync(Program("2"));

        Assert.Contains("replace b", stack.Events.Steps);
        Assert.Equal(["replaceWith"], stack.Events.Metadata("replace b").ReplaceKeys.AsEnumerable());

        static Func<TestProgram, Task> Program(string zone) => async program =>
        {
            var a = await program.RegisterAsync("a", Map(("zone", zone)));
            await program.RegisterAsync("b", options: request => request.ReplaceWith.Add(a.Urn));
        };
    }

    private static Func<TestProgram, Task> Triggered(string value) => program => program.RegisterAsync(
        "a", options: request => request.ReplacementTrigger = Google.Protobuf.WellKnownTypes.Value.ForString(value));

    private static Action<RegisterResourceRequest> On(params string[] paths) => request => request.ReplaceOnChanges.AddRange(paths);
}
