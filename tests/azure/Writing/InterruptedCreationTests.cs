using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Tests.Fakes;
using Pulumirpc;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;

namespace Provisioning.Providers.Azure.Tests.Writing;

/// <summary>What a create made whose answer nobody recorded is found by the id that its inputs give it.</summary>
public sealed class InterruptedCreationTests
{
    private static PropertyMap Inputs => Map("""{"resourceGroupName":"rg","resourceName":"id1","location":"westeurope","tags":{"team":"ml"}}""");

    [Fact]
    public async Task What_holds_what_was_sent_is_ours()
    {
        var harness = await NativeAsync();
        harness.Azure.On("GET", Types.IdentityId, 200, Body("""{"team":"ml"}"""));

        var found = await harness.FindCreatedAsync(Types.Identity, Inputs);

        Assert.Equal(Types.IdentityId, found.Id);
        Assert.Equal("p", found.Properties.Fields["principalId"].StringValue);
        Assert.Equal(0, harness.Azure.Count("PUT"));
    }

    [Fact]
    public async Task What_does_not_is_somebody_elses()
    {
        var harness = await NativeAsync();
        harness.Azure.On("GET", Types.IdentityId, 200, Body("""{"team":"other"}"""));

        var failure = await FailsAsync(() => harness.FindCreatedAsync(Types.Identity, Inputs));

        Assert.Equal(RpcStatusCode.AlreadyExists, failure.Code);
        Assert.Contains("Import it under this id", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_there_was_not_created()
    {
        var harness = await NativeAsync();
        harness.Azure.On("GET", Types.IdentityId, 404, FakeAzure.Error("ResourceNotFound"));

        Assert.Equal("", (await harness.FindCreatedAsync(Types.Identity, Inputs)).Id);
    }

    [Fact]
    public async Task A_creation_that_goes_on_is_awaited()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("GET", Types.IdentityId, 200, Body("""{"team":"ml"}""", "Creating"))
            .On("GET", Types.IdentityId, 200, Body("""{"team":"ml"}""", "Creating"))
            .On("GET", Types.IdentityId, 200, Body("""{"team":"ml"}""", "Succeeded"));

        Assert.Equal(Types.IdentityId, (await harness.FindCreatedAsync(Types.Identity, Inputs)).Id);
        Assert.Equal(3, harness.Azure.Count("GET"));
    }

    [Fact]
    public async Task A_creation_that_failed_is_there_half_done()
    {
        var harness = await NativeAsync();
        harness.Azure.On("GET", Types.IdentityId, 200, Body("""{"team":"ml"}""", "Failed"));

        var failure = await FailsAsync(() => harness.FindCreatedAsync(Types.Identity, Inputs));

        Assert.Equal(Types.IdentityId, failure.FindDetail<ErrorResourceInitFailed>()?.Id);
    }

    private static string Body(string tags, string state = "Succeeded") =>
        $$$"""{"id":"{{{Types.IdentityId}}}","name":"id1","location":"West Europe","tags":{{{tags}}},"properties":{"principalId":"p","provisioningState":"{{{state}}}"}}""";
}
