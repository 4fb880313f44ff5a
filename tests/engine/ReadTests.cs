using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>A resource that is managed elsewhere is read, and never changed.</summary>
public sealed class ReadTests
{
    private readonly TestStack stack = new();

    public ReadTests() => stack.Cloud.Resources["elsewhere"] = TestProgram.Marshal(Map(("size", "small")));

    [Fact]
    public async Task It_is_read_and_recorded_as_external()
    {
        ReadResourceResponse? response = null;
        await stack.UpAsync(async program => response = await program.ReadAsync("a", "elsewhere"));

        Assert.Equal(["read a"], stack.Events.Steps);
        Assert.Equal("urn:pulumi:dev::shop::test:index:Thing::a", response?.Urn);
        Assert.Equal(Map(("size", "small")), PropertyMarshaller.Unmarshal(response?.Properties));
        Assert.True(stack.State("a").External);
        Assert.Equal("elsewhere", stack.State("a").Id);
        Assert.Equal(["end default", "begin reading a", "end a"], stack.Journal.Log);
    }

    [Fact]
    public async Task What_is_known_is_sent_as_inputs_and_as_state()
    {
        await stack.UpAsync(program => program.ReadAsync("a", "elsewhere", Map(("group", "g"))));

        var read = stack.Cloud.Requests<ReadRequest>().Single();
        Assert.Equal("g", read.Inputs.Fields["group"].StringValue);
        Assert.Equal("g", read.Properties.Fields["group"].StringValue);
    }

    [Fact]
    public async Task A_resource_that_does_not_exist_is_an_error()
    {
        await stack.UpAsync(program => program.ReadAsync("a", "nowhere"));

        Assert.Equal(["a: The resource 'nowhere' does not exist; check its id."], stack.Events.Errors);
    }

    [Fact]
    public async Task An_answer_with_properties_counts_even_without_an_id()
    {
        stack.Cloud.OnRead = _ => Task.FromResult<ReadResponse?>(new ReadResponse { Properties = TestProgram.Marshal(Map(("size", "small"))) });

        await stack.UpAsync(program => program.ReadAsync("a", "elsewhere"));

        Assert.Equal("elsewhere", stack.State("a").Id);
    }

    [Fact]
    public async Task A_read_that_finds_the_same_is_not_counted()
    {
        await stack.UpAsync(program => program.ReadAsync("a", "elsewhere"));

        var outcome = await stack.UpAsync(program => program.ReadAsync("a", "elsewhere"));

        Assert.Equal(["read a"], stack.Events.Steps);
        Assert.Empty(outcome.Changes);
    }

    [Fact]
    public async Task When_it_is_not_read_any_more_it_is_discarded()
    {
        await stack.UpAsync(program => program.ReadAsync("a", "elsewhere"));

        await stack.UpAsync(_ => Task.CompletedTask);

        Assert.Equal(["discard a"], stack.Events.Steps);
        Assert.Empty(stack.Names);
        Assert.Contains("elsewhere", stack.Cloud.Resources.Keys);
    }

    [Fact]
    public async Task It_takes_the_place_of_a_managed_resource_which_is_deleted()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));

        await stack.UpAsync(program => program.ReadAsync("a", "elsewhere"));

        Assert.Equal(["read-replacement a", "replace a", "delete-replaced a"], stack.Events.Steps);
        Assert.Equal(["elsewhere"], stack.Cloud.Resources.Keys);
    }

    [Fact]
    public async Task A_managed_resource_can_be_let_go_of()
    {
        await stack.UpAsync(program => program.RegisterAsync("a"));

        await stack.UpAsync(program => program.ReadAsync("a", "a-1"));

        Assert.Equal(["read a"], stack.Events.Steps);
        Assert.True(stack.State("a").External);
        Assert.Contains("a-1", stack.Cloud.Resources.Keys);
    }

    [Fact]
    public async Task A_resource_that_was_read_and_is_now_registered_is_created_anew()
    {
        await stack.UpAsync(program => program.ReadAsync("a", "elsewhere"));

        await stack.UpAsync(program => program.RegisterAsync("a"));

        Assert.Equal(["create-replacement a", "replace a", "discard-replaced a"], stack.Events.Steps);
        Assert.Equal("a-1", stack.State("a").Id);
        Assert.Contains("elsewhere", stack.Cloud.Resources.Keys);
    }

    [Fact]
    public async Task A_name_is_either_read_or_registered()
    {
        await stack.UpAsync(async program =>
        {
            await program.ReadAsync("a", "elsewhere");
            await program.RegisterAsync("a");
        });

        Assert.Contains("is registered twice", stack.Events.Errors.Single());
    }
}
