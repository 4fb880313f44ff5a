using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>An existing resource becomes managed by giving its id.</summary>
public sealed class ImportTests
{
    private readonly TestStack stack = new();

    public ImportTests() => stack.Cloud.Resources["theirs"] = TestProgram.Marshal(Map(("size", "small"), ("zone", "1")));

    [Fact]
    public async Task It_is_read_and_managed_from_now_on()
    {
        await stack.UpAsync(Importing(Map(("size", "small"), ("zone", "1"))));

        Assert.Equal(["import a"], stack.Events.Steps);
        Assert.Equal("theirs", stack.State("a").Id);
        Assert.Equal("theirs", stack.State("a").ImportId);
        Assert.NotNull(stack.State("a").Created);
        Assert.False(stack.State("a").External);
        Assert.Equal(["end default", "begin importing a", "end a", "end a"], stack.Journal.Log);
    }

    [Fact]
    public async Task Only_the_id_is_sent()
    {
        await stack.UpAsync(Importing(Map(("size", "small"), ("zone", "1"))));

        Assert.Null(stack.Cloud.Requests<ReadRequest>().Single().Inputs);
    }

    [Fact]
    public async Task What_differs_from_the_program_is_updated()
    {
        await stack.UpAsync(Importing(Map(("size", "large"), ("zone", "1"))));

        Assert.Equal(["import a", "update a"], stack.Events.Steps);
        Assert.Equal("large", stack.Cloud.Resources["theirs"].Fields["size"].StringValue);
    }

    [Fact]
    public async Task What_would_have_to_be_replaced_is_refused()
    {
        await stack.UpAsync(Importing(Map(("size", "small"), ("zone", "2"))));

        Assert.StartsWith("a: It is imported and would have to be replaced.", stack.Events.Errors.Single());
        Assert.Equal("theirs", stack.State("a").Id);
    }

    [Fact]
    public async Task The_next_run_is_a_normal_one()
    {
        await stack.UpAsync(Importing(Map(("size", "small"), ("zone", "1"))));

        await stack.UpAsync(Importing(Map(("size", "large"), ("zone", "1"))));

        Assert.Equal(["update a"], stack.Events.Steps);
    }

    [Fact]
    public async Task It_takes_the_place_of_the_resource_that_was_there()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", Map(("size", "small"), ("zone", "1"))));

        await stack.UpAsync(Importing(Map(("size", "small"), ("zone", "1"))));

        Assert.Equal(["import-replacement a", "replace a", "delete-replaced a"], stack.Events.Steps);
        Assert.Equal(["theirs"], stack.Cloud.Resources.Keys);
    }

    [Fact]
    public async Task What_does_not_exist_cannot_be_imported()
    {
        await stack.UpAsync(program => program.RegisterAsync("a", options: request => request.ImportId = "nowhere"));

        Assert.Equal(["a: The resource 'nowhere' does not exist; check its id."], stack.Events.Errors);
        Assert.Empty(stack.Names);
    }

    [Fact]
    public async Task A_provider_that_gives_no_inputs_does_not_support_it()
    {
        stack.Cloud.OnRead = _ => Task.FromResult<ReadResponse?>(new ReadResponse { Id = "theirs", Properties = new() });

        await stack.UpAsync(Importing(PropertyMap.Empty));

        Assert.Equal(["a: The provider does not support importing resources of type 'test:index:Thing'."], stack.Events.Errors);
    }

    [Fact]
    public async Task A_preview_reads_and_foretells_the_update()
    {
        await stack.PreviewAsync(Importing(Map(("size", "large"), ("zone", "1"))));

        Assert.Equal(["import a", "update a"], stack.Events.Steps);
        Assert.Equal("small", stack.Cloud.Resources["theirs"].Fields["size"].StringValue);
    }

    private static Func<TestProgram, Task> Importing(PropertyMap inputs) =>
        program => program.RegisterAsync("a", inputs, request => request.ImportId = "theirs");
}
