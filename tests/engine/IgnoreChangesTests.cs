using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>Ignored properties keep the inputs they had, whatever the program says.</summary>
public sealed class IgnoreChangesTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task A_change_of_an_ignored_property_is_no_change()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "large")), Ignoring("size")));

        Assert.Equal(["same a"], stack.Events.Steps);
        Assert.Equal(Map(("size", "small")), stack.State("a").Inputs);
    }

    [Fact]
    public async Task Check_sees_the_old_value()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"))));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "large")), Ignoring("size")));

        Assert.Equal("small", stack.Cloud.Requests<CheckRequest>().Single(request => request.Name == "a").News.Fields["size"].StringValue);
    }

    [Fact]
    public async Task An_added_property_is_left_out_and_a_removed_one_stays()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("removed", "1"))));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("added", "2")), Ignoring("added", "removed")));

        Assert.Equal(Map(("removed", "1")), stack.State("a").Inputs);
    }

    [Theory]
    [InlineData("tags.env")]
    [InlineData("tags[\"env\"]")]
    [InlineData("tags.*")]
    public async Task Paths_reach_into_objects(string path)
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("tags", Object(("env", "dev"))))));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("tags", Object(("env", "prod")))), Ignoring(path)));

        Assert.Equal(["same a"], stack.Events.Steps);
    }

    [Theory]
    [InlineData("rules[0].port", "80", "443")]
    [InlineData("rules[*].port", "80", "81")]
    public async Task Paths_reach_into_lists(string path, string first, string second)
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Rules("80", second == "443" ? "444" : "81")));

        await stack.UpAsync(program => program.RegisterAsync("a", Rules("8080", second), Ignoring(path)));

        Assert.Equal(Rules(first, second), stack.State("a").Inputs);

        static PropertyMap Rules(string first, string second) => Map(("rules", List(Object(("port", first)), Object(("port", second)))));
    }

    [Fact]
    public async Task A_change_of_a_list_s_length_is_not_ignored_and_is_told()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("rules", List("1")))));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("rules", List("1", "2"))), Ignoring("rules[1]")));

        Assert.Equal(["update a"], stack.Events.Steps);
        Assert.Contains(stack.Events.Diagnostics, diagnostic => diagnostic.Message.Contains("'rules[1]'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_paths_are_sent_to_the_provider_and_kept_in_the_state()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"), ("zone", "1"))));

        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "large"), ("colour", "red")), Ignoring("size", "zone")));

        Assert.Equal(["size", "zone"], stack.Cloud.Requests<DiffRequest>().Single(request => request.Name == "a").IgnoreChanges);
        Assert.Equal(["size", "zone"], stack.Cloud.Requests<UpdateRequest>().Single().IgnoreChanges);
        Assert.Equal(["size", "zone"], stack.State("a").IgnoreChanges.AsEnumerable());
    }

    [Fact]
    public async Task A_malformed_path_is_an_error()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));

        await stack.UpAsync(program => program.RegisterAsync("a", options: Ignoring("rules[")));

        Assert.Equal(["a: 'rules[' is not a property path: expected ']' at character 7."], stack.Events.Errors);
    }

    private static Action<RegisterResourceRequest> Ignoring(params string[] paths) => request => request.IgnoreChanges.AddRange(paths);
}
