using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

using Google.Protobuf.WellKnownTypes;

namespace Provisioning.Engine.Tests;

/// <summary>A preview goes through the same decisions with what is known, and changes nothing.</summary>
public sealed class UnknownsInPreviewTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task A_creation_is_foretold_and_its_id_is_not_known()
    {
        RegisterResourceResponse? response = null;
        await stack.PreviewAsync(async program => response = await program.RegisterAsync("a", Map(("size", "small"))));

        Assert.Equal(["create a"], stack.Events.Steps);
        Assert.Equal("", response?.Id);
        Assert.Equal(Map(("size", "small"), ("address", PropertyValue.Unknown)), PropertyMarshaller.Unmarshal(response?.Object));
        Assert.Contains("PreviewCreate a", stack.Cloud.Calls);
        Assert.Empty(stack.Cloud.Resources);
    }

    [Fact]
    public async Task Unknown_inputs_reach_check_diff_and_update()
    {
        await stack.UpAsync(program => program.RegisterAsync("b", Map(("target", "old"))));

        await stack.PreviewAsync(async program =>
        {
            var a = await program.RegisterAsync("a");
            await program.RegisterAsync("b", Map(("target", PropertyValue.Unknown)), request => request.InputDependsOn("target", a.Urn));
        });

        Assert.Equal(["create a", "update b"], stack.Events.Steps);
        Assert.Equal(Signatures.Unknown, stack.Cloud.Requests<CheckRequest>().Single(request => request.Name == "b").News.Fields["target"].StringValue);
        Assert.Equal(Signatures.Unknown, stack.Cloud.Requests<DiffRequest>().Single(request => request.Name == "b").News.Fields["target"].StringValue);
        Assert.True(stack.Cloud.Requests<UpdateRequest>().Single().Preview);
    }

    [Fact]
    public async Task A_program_that_cannot_take_partial_values_does_not_get_them()
    {
        RegisterResourceResponse? response = null;
        await stack.PreviewAsync(async program =>
            response = await program.RegisterAsync("a", Map(("size", "small")), request => request.SupportsPartialValues = false));

        Assert.Equal(["size"], response?.Object.Fields.Keys);
    }

    [Fact]
    public async Task The_journal_is_not_written()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("zone", "1"))));

        await stack.PreviewAsync(program => program.RegisterAsync("b"));

        Assert.Empty(stack.Journal.Log);
        Assert.Null(stack.Journal.Completed);
    }

    [Fact]
    public async Task The_outcome_holds_the_foretold_state()
    {
        var outcome = await stack.PreviewAsync(program => program.RegisterAsync("a", Map(("size", "small"))));

        Assert.Equal(PropertyValue.Unknown, outcome.Snapshot.Resources.Single(resource => resource.Urn.Name == "a").Outputs["address"]);
        Assert.True(outcome.HasChanges);
    }

    [Fact]
    public async Task A_default_provider_is_configured_and_its_id_is_not_known()
    {
        var outcome = await stack.PreviewAsync(program => program.RegisterAsync("a"));

        Assert.Contains("Configure default", stack.Cloud.Calls);
        Assert.Equal(Signatures.Unknown, outcome.Snapshot.Resources.Single(resource => resource.Urn.Name == "a").Provider?.Id);
    }

    [Fact]
    public async Task A_provider_whose_configuration_is_not_known_is_not_called()
    {
        RegisterResourceResponse? response = null;
        await stack.PreviewAsync(async program =>
        {
            var provider = await program.RegisterProviderAsync("p", Map(("token", PropertyValue.Unknown)));
            response = await program.RegisterAsync("a", Map(("size", "small")), request => request.Provider = provider);
        });

        Assert.Equal(["CheckConfig p"], stack.Cloud.Calls);
        Assert.Empty(response?.Object.Fields ?? []);
        Assert.Equal(["create p", "create a"], stack.Events.Steps);
    }

    [Fact]
    public async Task A_resource_of_a_provider_whose_configuration_is_not_known_counts_as_changed()
    {
        await stack.UpAsync(Program("known"));

        await stack.PreviewAsync(Program(PropertyValue.Unknown));

        Assert.Equal(["update p", "update a"], stack.Events.Steps);

        static Func<TestProgram, Task> Program(PropertyValue token) => async program =>
        {
            var provider = await program.RegisterProviderAsync("p", Map(("token", token)));
            await program.RegisterAsync("a", Map(("size", "small")), request => request.Provider = provider);
        };
    }

    [Fact]
    public async Task A_read_of_an_unknown_id_is_not_sent()
    {
        ReadResourceResponse? response = null;
        await stack.PreviewAsync(async program => response = await program.ReadAsync("a", Signatures.Unknown));

        Assert.DoesNotContain("Read a", stack.Cloud.Calls);
        Assert.Empty(response?.Properties.Fields ?? []);
    }

    [Fact]
    public async Task Unknown_inputs_are_refused_when_deploying()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", PropertyValue.Unknown))));

        Assert.StartsWith("a: Its inputs hold values that are not known", stack.Events.Errors.Single());
        Assert.DoesNotContain("Create a", stack.Cloud.Calls);
    }

    [Fact]
    public async Task A_provider_resource_that_is_replaced_serves_with_an_unknown_id()
    {
        stack.Cloud.OnDiffConfig = request => Task.FromResult(new DiffResponse
        {
            Changes = request.OldInputs.Equals(request.News) ? DiffResponse.Types.DiffChanges.DiffNone : DiffResponse.Types.DiffChanges.DiffSome,
            Replaces = { request.OldInputs.Equals(request.News) ? [] : new[] { "region" } },
        });
        await stack.UpAsync(Program("1"));

        await stack.PreviewAsync(Program("2"));

        Assert.Equal(
            ["create-replacement p", "replace p", "create-replacement a", "replace a", "delete-replaced a", "delete-replaced p"],
            stack.Events.Steps);

        static Func<TestProgram, Task> Program(string region) => async program =>
        {
            var provider = await program.RegisterProviderAsync("p", Map(("region", region)));
            await program.RegisterAsync("a", options: request => request.Provider = provider);
        };
    }

    [Fact]
    public async Task Functions_are_told_that_it_is_a_preview_and_get_no_unknowns()
    {
        PropertyMap? result = null;
        await stack.PreviewAsync(async program =>
            result = await program.InvokeAsync("test:index:lookup", Map(("name", "x"), ("other", PropertyValue.Unknown))));

        Assert.Equal(Map(("name", "x")), result);
        Assert.True(stack.Cloud.Requests<InvokeRequest>().Single().Preview);
    }

    [Fact]
    public async Task A_nested_unknown_is_left_in_place()
    {
        await stack.PreviewAsync(program => program.RegisterAsync("a", Map(("tags", Object(("env", PropertyValue.Unknown))))));

        var tags = stack.Cloud.Requests<CreateRequest>().Single().Properties.Fields["tags"];
        Assert.Equal(Value.KindOneofCase.StructValue, tags.KindCase);
        Assert.Equal(Signatures.Unknown, tags.StructValue.Fields["env"].StringValue);
    }
}
