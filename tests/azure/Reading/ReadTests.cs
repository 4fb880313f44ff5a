using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Tests.Fakes;
using Provisioning.Providers.Azure.Values;
using Pulumirpc;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;

namespace Provisioning.Providers.Azure.Tests.Reading;

public sealed class ReadTests
{
    [Fact]
    public async Task A_resource_that_is_gone_is_an_empty_answer()
    {
        var harness = await NativeAsync();

        var response = await harness.Provider.ReadAsync(
            new ReadRequest { Id = Types.IdentityId, Urn = Urn(Types.Identity) }, CancellationToken.None);

        Assert.Empty(response.Id);
        Assert.Null(response.Properties);
        Assert.Null(response.Inputs);
    }

    [Fact]
    public async Task A_subscription_that_is_not_found_does_not_mean_that_the_resource_is_gone()
    {
        var harness = await NativeAsync();
        harness.Azure.On("GET", Types.IdentityId, 404, FakeAzure.Error("SubscriptionNotFound"));

        var failure = await FailsAsync(() => harness.ReadAsync(Types.Identity, Types.IdentityId));

        Assert.Equal(RpcStatusCode.NotFound, failure.Code);
    }

    [Fact]
    public async Task A_refresh_takes_over_only_what_changed_outside()
    {
        var harness = await NativeAsync();
        harness.Azure.On("GET", Types.IdentityId, 200, """{"location":"westeurope","tags":{"team":"ml","cost":"42"},"properties":{"principalId":"p"}}""");
        var inputs = Map("""{"location":"West Europe","resourceGroupName":"rg","resourceName":"id1","tags":{"team":"ml","mine":"1"}}""");

        var (_, outputs, refreshed) = await harness.ReadAsync(
            Types.Identity, Types.IdentityId, inputs, Map("""{"location":"westeurope","tags":{"team":"ml"}}"""));

        Assert.Equal("p", outputs.TextAt("principalId"));
        Assert.Equal(
            Map("""{"location":"West Europe","resourceGroupName":"rg","resourceName":"id1","tags":{"team":"ml","mine":"1","cost":"42"}}"""), refreshed);
    }

    [Fact]
    public async Task A_refresh_removes_what_was_removed_outside()
    {
        var harness = await NativeAsync();
        harness.Azure.On("GET", Types.IdentityId, 200, """{"location":"westeurope"}""");
        var inputs = Map("""{"location":"westeurope","tags":{"team":"ml"}}""");

        var (_, _, refreshed) = await harness.ReadAsync(
            Types.Identity, Types.IdentityId, inputs, Map("""{"location":"westeurope","tags":{"team":"ml"}}"""));

        Assert.False(refreshed.ContainsKey("tags"));
    }

    [Fact]
    public async Task A_refresh_keeps_a_secret_secret_when_it_changed()
    {
        var harness = await NativeAsync();
        harness.Azure.On("GET", Types.IdentityId, 200, """{"tags":{"a":"new"}}""");
        var inputs = PropertyMap.Empty.With("tags", new PropertyValue.SecretValue(Map("""{"tags":{"a":"old"}}""")["tags"]));

        var (_, outputs, refreshed) = await harness.ReadAsync(Types.Identity, Types.IdentityId, inputs, Map("""{"tags":{"a":"old"}}"""));

        Assert.Equal(new PropertyValue.SecretValue(Map("""{"tags":{"a":"new"}}""")["tags"]), refreshed["tags"]);
        Assert.IsType<PropertyValue.SecretValue>(outputs["tags"]);
    }

    [Fact]
    public async Task State_that_only_the_service_sets_does_not_become_an_input()
    {
        var harness = await NativeAsync();
        harness.Azure.On("GET", Types.ClusterId, 200, """{"properties":{"computeType":"AmlCompute","provisioningState":"Succeeded","properties":{"currentNodeCount":3}}}""");
        var inputs = Map("""{"properties":{"computeType":"AmlCompute"}}""");

        var (_, _, refreshed) = await harness.ReadAsync(
            Types.Compute, Types.ClusterId, inputs, Map("""{"properties":{"computeType":"AmlCompute","properties":{"currentNodeCount":0}}}"""));

        Assert.Equal(inputs, refreshed);
    }

    [Fact]
    public async Task An_id_in_other_casing_is_kept_as_it_is_in_state()
    {
        var harness = await NativeAsync();
        harness.Azure.On("GET", Types.IdentityId, 200, $$"""{"id":"{{Types.IdentityId.ToLowerInvariant()}}"}""");

        var (id, _, _) = await harness.ReadAsync(Types.Identity, Types.IdentityId);

        Assert.Equal(Types.IdentityId, id);
    }

    [Fact]
    public async Task A_cluster_of_Azure_Arc_can_be_read()
    {
        var harness = await NativeAsync();
        var id = $"{Group}/providers/Microsoft.Kubernetes/connectedClusters/arc";
        harness.Azure.On("GET", id, 200, """{"name":"arc","identity":{"type":"SystemAssigned","principalId":"p"},"properties":{"connectivityStatus":"Connected","agentPublicKeyCertificate":""}}""");

        var (_, outputs, inputs) = await harness.ReadAsync(Types.Arc, id);

        Assert.Equal("Connected", outputs.TextAt("connectivityStatus"));
        Assert.Equal("arc", inputs.TextAt("clusterName"));
    }
}
