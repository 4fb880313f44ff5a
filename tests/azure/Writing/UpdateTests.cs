using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Tests.Fakes;
using Provisioning.Providers.Azure.Values;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;

namespace Provisioning.Providers.Azure.Tests.Writing;

public sealed class UpdateTests
{
    [Fact]
    public async Task An_update_sends_the_whole_resource()
    {
        var harness = await NativeAsync();
        harness.Azure.On("PUT", Types.ClusterId, 200, "{}").On("GET", Types.ClusterId, 200, """{"identity":{"type":"UserAssigned"},"properties":{}}""");
        var inputs = Map($$$$"""{"resourceGroupName":"rg","workspaceName":"mlw","computeName":"cpu","location":"l","identity":{"type":"UserAssigned","userAssignedIdentities":["{{{{Types.IdentityId}}}}"]},"properties":{"computeType":"AmlCompute","properties":{"vmSize":"v"}}}""");

        var outputs = await harness.UpdateAsync(Types.Compute, Types.ClusterId, inputs.With("identity", PropertyValue.Null), inputs);

        Assert.Equal(
            $$$$"""{"identity":{"type":"UserAssigned","userAssignedIdentities":{"{{{{Types.IdentityId}}}}":{}}},"location":"l","properties":{"computeType":"AmlCompute","properties":{"vmSize":"v"}}}""",
            harness.Azure.Single("PUT").Body);
        Assert.Equal("UserAssigned", outputs.TextAt("identity.type"));
    }

    [Fact]
    public async Task Access_policies_of_others_are_sent_back()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("GET", Types.VaultId, 200, """{"properties":{"accessPolicies":[{"objectId":"other"}]}}""")
            .On("PUT", Types.VaultId, 200, "{}");
        var inputs = Map("""{"resourceGroupName":"rg","vaultName":"kv-ml","location":"l","properties":{"tenantId":"t"}}""");

        await harness.UpdateAsync(Types.Vault, Types.VaultId, inputs, inputs);

        Assert.Equal(
            """{"location":"l","properties":{"accessPolicies":[{"objectId":"other"}],"tenantId":"t"}}""", harness.Azure.Single("PUT").Body);
    }

    [Fact]
    public async Task Access_policies_of_the_program_win()
    {
        var harness = await NativeAsync();
        harness.Azure.On("PUT", Types.VaultId, 200, "{}").On("GET", Types.VaultId, 200, """{"properties":{}}""");
        var inputs = Map("""{"resourceGroupName":"rg","vaultName":"kv-ml","properties":{"accessPolicies":[]}}""");

        await harness.UpdateAsync(Types.Vault, Types.VaultId, inputs, inputs);

        Assert.Equal("""{"properties":{"accessPolicies":[]}}""", harness.Azure.Single("PUT").Body);
        Assert.Equal("PUT", harness.Azure.Requests[0].Method);
    }

    [Fact]
    public async Task A_network_rule_set_that_is_removed_is_reset()
    {
        var harness = await NativeAsync();
        harness.Azure.On("PUT", Types.StorageId, 200, "{}").On("GET", Types.StorageId, 200, """{"properties":{}}""");
        var inputs = Map("""{"resourceGroupName":"rg","accountName":"stdata1","kind":"StorageV2","sku":{"name":"x"}}""");
        var old = inputs.With("networkRuleSet", new PropertyValue.ObjectValue(PropertyMap.Empty.With("defaultAction", "Deny")));

        await harness.UpdateAsync(Types.Storage, Types.StorageId, old, inputs);

        Assert.Contains("\"networkAcls\":{\"bypass\":\"AzureServices\",\"defaultAction\":\"Allow\"}", harness.Azure.Single("PUT").Body);
    }

    [Fact]
    public async Task An_update_whose_answer_was_lost_is_not_repeated_when_it_took_effect()
    {
        var harness = await NativeAsync();
        harness.Azure.Breaks("PUT", Types.IdentityId).On("GET", Types.IdentityId, 200, """{"location":"l","tags":{"a":"2"}}""");
        var inputs = Map("""{"resourceGroupName":"rg","resourceName":"id1","location":"l","tags":{"a":"2"}}""");

        var outputs = await harness.UpdateAsync(Types.Identity, Types.IdentityId, inputs, inputs);

        Assert.Equal("2", outputs.TextAt("tags.a"));
        Assert.Equal(1, harness.Azure.Count("PUT"));
    }

    [Fact]
    public async Task An_update_that_Azure_rejects_changes_nothing()
    {
        var harness = await NativeAsync();
        harness.Azure.On("PUT", Types.IdentityId, 400, FakeAzure.Error("PropertyChangeNotAllowed"));

        var failure = await FailsAsync(() => harness.UpdateAsync(
            Types.Identity, Types.IdentityId, PropertyMap.Empty, Map("""{"resourceGroupName":"rg","resourceName":"id1"}""")));

        Assert.Equal(RpcStatusCode.InvalidArgument, failure.Code);
        Assert.StartsWith("Updating user-assigned identity 'thing' failed: Azure rejects the request. PropertyChangeNotAllowed", failure.Message);
    }
}
