using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>Components group resources; only the program knows their outputs.</summary>
public sealed class ComponentTests
{
    private readonly TestStack stack = new();

    [Fact]
    public async Task A_component_has_no_provider_and_no_id_and_its_type_is_part_of_its_children_s_urns()
    {
        RegisterResourceResponse? response = null;
        await stack.UpAsync(async program =>
        {
            response = await program.RegisterComponentAsync("component");
            await program.RegisterAsync("a", options: request => request.Parent = response.Urn);
        });

        Assert.Equal("", response?.Id);
        Assert.Empty(response?.Object.Fields ?? []);
        Assert.False(stack.State("component").Custom);
        Assert.Null(stack.State("component").Provider);
        Assert.Equal("urn:pulumi:dev::shop::test:index:Component$test:index:Thing::a", stack.State("a").Urn.ToString());
    }

    [Fact]
    public async Task The_stack_is_no_part_of_urns()
    {
        await stack.UpAsync(async program =>
        {
            var root = await program.RegisterStackAsync();
            await program.RegisterAsync("a", options: request => request.Parent = root.Urn);
        });

        Assert.Equal("urn:pulumi:dev::shop::test:index:Thing::a", stack.State("a").Urn.ToString());
    }

    [Fact]
    public async Task Its_outputs_are_those_it_is_completed_with()
    {
        await stack.UpAsync(Completed("1"));

        Assert.Equal(Map(("url", "1")), stack.State("component").Outputs);
        Assert.Equal(["create component"], stack.Events.Done);
    }

    [Fact]
    public async Task Its_outputs_are_replaced_completely()
    {
        await stack.UpAsync(async program =>
        {
            var component = await program.RegisterComponentAsync("component");
            await program.CompleteAsync(component.Urn, Map(("old", "1")));
        });

        await stack.UpAsync(Completed("2"));

        Assert.Equal(Map(("url", "2")), stack.State("component").Outputs);
        Assert.Equal(["same component"], stack.Events.Done);
    }

    [Fact]
    public async Task Changed_inputs_update_it_without_a_provider()
    {
        await stack.UpAsync(program => program.RegisterComponentAsync("component", inputs: Map(("size", "small"))));

        await stack.UpAsync(program => program.RegisterComponentAsync("component", inputs: Map(("size", "large"))));

        Assert.Equal(["update component"], stack.Events.Steps);
        Assert.Empty(stack.Cloud.Calls);
        Assert.Equal("large", stack.State("component").Inputs["size"]);
    }

    [Fact]
    public async Task It_is_completed_once()
    {
        await stack.UpAsync(async program =>
        {
            var component = await program.RegisterComponentAsync("component");
            await program.CompleteAsync(component.Urn, PropertyMap.Empty);
            await Assert.ThrowsAsync<RpcException>(() => program.CompleteAsync(component.Urn, PropertyMap.Empty));
        });
    }

    [Fact]
    public async Task Only_what_is_registered_can_be_completed()
    {
        await stack.UpAsync(async program =>
            await Assert.ThrowsAsync<RpcException>(() => program.CompleteAsync(TestStack.UrnOf("a").ToString(), PropertyMap.Empty)));
    }

    [Fact]
    public async Task Secret_and_output_values_are_stored_as_state_can_hold_them()
    {
        await stack.UpAsync(async program =>
        {
            var component = await program.RegisterComponentAsync("component");
            await program.CompleteAsync(component.Urn, Map(("key", new PropertyValue.OutputValue("x", true, [component.Urn]))));
        });

        Assert.Equal(Secret("x"), stack.State("component").Outputs["key"]);
    }

    private static Func<TestProgram, Task> Completed(string url) => async program =>
    {
        var component = await program.RegisterComponentAsync("component");
        await program.CompleteAsync(component.Urn, Map(("url", url)));
    };
}
