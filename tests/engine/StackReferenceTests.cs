using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests;

/// <summary>Programs read the outputs of other stacks, and ask about the running deployment.</summary>
public sealed class StackReferenceTests
{
    private const string Network = "organization/network/prod";

    private readonly TestStack stack = new();

    public StackReferenceTests() => stack.OtherStacks[Network] = Map(("id", "vnet"), ("key", Secret("x")));

    [Fact]
    public async Task A_stack_reference_is_read_with_its_secrets_marked()
    {
        ReadResourceResponse? response = null;
        await stack.UpAsync(async program => response = await ReadStackAsync(program, Network));

        Assert.Equal(
            Map(
                ("name", Network),
                ("outputs", Object(("id", "vnet"), ("key", Secret("x")))),
                ("secretOutputNames", List("key"))),
            PropertyMarshaller.Unmarshal(response?.Properties));
        Assert.True(stack.State("network").External);
        Assert.Equal("pulumi", stack.State("network").Provider?.Package);
    }

    [Fact]
    public async Task A_stack_that_does_not_exist_is_an_error()
    {
        await stack.UpAsync(program => ReadStackAsync(program, "organization/network/none"));

        Assert.Equal(
            ["network: The stack 'organization/network/none' does not exist; check its name (organization/project/stack)."],
            stack.Events.Errors);
    }

    [Fact]
    public async Task The_outputs_can_be_asked_for_by_a_function()
    {
        PropertyMap? result = null;
        await stack.UpAsync(async program => result = await program.InvokeAsync("pulumi:pulumi:readStackOutputs", Map(("name", Network))));

        Assert.Equal(Object(("id", "vnet"), ("key", Secret("x"))), result?["outputs"]);
    }

    [Fact]
    public async Task A_registered_resource_can_be_asked_for_by_its_urn()
    {
        PropertyMap? result = null;
        await stack.UpAsync(async program =>
        {
            var a = await program.RegisterAsync("a", Map(("size", "small")));
            result = await program.InvokeAsync("pulumi:pulumi:getResource", Map(("urn", a.Urn)));
        });

        Assert.Equal("a-1", result?["id"]);
        Assert.Equal(Object(("size", "small"), ("address", "address of a-1")), result?["state"]);
    }

    [Fact]
    public async Task In_a_preview_a_resource_may_be_told_of_that_is_not_known_yet()
    {
        PropertyMap? result = null;
        await stack.PreviewAsync(async program =>
        {
            var a = await program.RegisterAsync("a");
            result = await program.InvokeAsync("pulumi:pulumi:getResource", Map(("urn", a.Urn)));
        });

        Assert.Equal(Object(("address", PropertyValue.Unknown)), result?["state"]);
    }

    [Fact]
    public async Task A_resource_of_nobody_is_not_found()
    {
        await stack.UpAsync(async program =>
        {
            var refusal = await Assert.ThrowsAsync<RpcException>(() =>
                program.InvokeAsync("pulumi:pulumi:getResource", Map(("urn", TestStack.UrnOf("nobody").ToString()))));
            Assert.Equal(RpcStatusCode.NotFound, refusal.Code);
        });
    }

    private static Task<ReadResourceResponse> ReadStackAsync(TestProgram program, string name) =>
        program.ReadAsync("network", name, Map(("name", name)), request => request.Type = "pulumi:pulumi:StackReference");
}
