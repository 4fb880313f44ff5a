using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Tests.Fakes;
using Provisioning.Providers.Azure.Values;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;

namespace Provisioning.Providers.Azure.Tests.Reading;

public sealed class PreviewTests
{
    [Fact]
    public async Task A_create_foretells_inputs_and_leaves_the_rest_unknown_without_any_call()
    {
        var harness = await NativeAsync();

        var (id, outputs) = await harness.CreateAsync(
            Types.Identity,
            Map("""{"resourceGroupName":"rg","resourceName":"id1","location":"l","tags":{"a":"b"},"__createBeforeDelete":true}"""),
            preview: true);

        Assert.Empty(id);
        Assert.Equal(Map("""{"azureApiVersion":"2023-01-31","location":"l","tags":{"a":"b"}}"""), outputs);
        Assert.Empty(harness.Azure.Requests);
    }

    [Fact]
    public async Task The_ids_of_an_identity_that_does_not_exist_yet_are_unknown()
    {
        var harness = await NativeAsync();

        var (_, outputs) = await harness.CreateAsync(
            Types.Compute, Map("""{"identity":{"type":"SystemAssigned"},"properties":{"computeType":"AmlCompute"}}"""), preview: true);

        Assert.Equal("SystemAssigned", outputs.TextAt("identity.type"));
        Assert.Equal(PropertyValue.Unknown, outputs.ValueAt("identity.principalId"));
        Assert.Equal(PropertyValue.Unknown, outputs.ValueAt("properties.provisioningState"));
    }

    [Fact]
    public async Task User_assigned_identities_take_their_output_shape()
    {
        var harness = await NativeAsync();

        var (_, outputs) = await harness.CreateAsync(
            Types.Compute, Map("""{"identity":{"type":"UserAssigned","userAssignedIdentities":["/subscriptions/a"]}}"""), preview: true);

        var identities = outputs.ValueAt("identity.userAssignedIdentities").AsMembers();
        Assert.Equal(PropertyValue.Unknown, identities["/subscriptions/a"].AsMembers()["clientId"]);
        Assert.False(outputs["identity"].AsMembers().ContainsKey("principalId"));
    }

    [Fact]
    public async Task User_assigned_identities_that_are_not_known_yet_make_the_map_unknown()
    {
        var harness = await NativeAsync();
        var identity = Map("""{"type":"UserAssigned"}""")
            .With("userAssignedIdentities", new PropertyValue.ArrayValue([PropertyValue.Unknown]));

        var (_, outputs) = await harness.CreateAsync(
            Types.Compute, PropertyMap.Empty.With("identity", new PropertyValue.ObjectValue(identity)), preview: true);

        Assert.Equal(PropertyValue.Unknown, outputs.ValueAt("identity.userAssignedIdentities"));
    }

    [Fact]
    public async Task The_address_of_a_vault_is_unknown_before_it_exists()
    {
        var harness = await NativeAsync();

        var (_, outputs) = await harness.CreateAsync(Types.Vault, Map("""{"properties":{"tenantId":"t"}}"""), preview: true);

        Assert.Equal(PropertyValue.Unknown, outputs.ValueAt("properties.vaultUri"));
        Assert.Equal("t", outputs.TextAt("properties.tenantId"));
    }

    [Fact]
    public async Task Secrets_stay_secret_in_a_preview()
    {
        var harness = await NativeAsync();

        var (_, outputs) = await harness.CreateAsync(
            Types.Vault, PropertyMap.Empty.With("properties", new PropertyValue.SecretValue(Map("""{"x":{"tenantId":"t"}}""")["x"])), preview: true);

        Assert.IsType<PropertyValue.SecretValue>(outputs["properties"]);
    }

    [Fact]
    public async Task An_update_keeps_what_it_cannot_change()
    {
        var harness = await NativeAsync();

        var outputs = await harness.UpdateAsync(
            Types.Identity,
            Types.IdentityId,
            Map("""{"location":"l","tags":{"a":"1"}}"""),
            Map("""{"location":"l","tags":{"a":"2"}}"""),
            Map("""{"name":"id1","principalId":"p","location":"l","tags":{"a":"1"}}"""),
            preview: true);

        Assert.Equal(Map("""{"azureApiVersion":"2023-01-31","name":"id1","principalId":"p","location":"l","tags":{"a":"2"}}"""), outputs);
        Assert.Empty(harness.Azure.Requests);
    }

    [Fact]
    public async Task An_update_of_the_identity_makes_its_ids_unknown()
    {
        var harness = await NativeAsync();

        var outputs = await harness.UpdateAsync(
            Types.Compute,
            Types.ClusterId,
            Map("""{"identity":{"type":"UserAssigned"}}"""),
            Map("""{"identity":{"type":"SystemAssigned"}}"""),
            Map("""{"identity":{"type":"UserAssigned"}}"""),
            preview: true);

        Assert.Equal(PropertyValue.Unknown, outputs.ValueAt("identity.principalId"));
    }

    [Fact]
    public async Task An_input_that_is_removed_becomes_what_Azure_chooses()
    {
        var harness = await NativeAsync();

        var outputs = await harness.UpdateAsync(
            Types.Storage, Types.StorageId, Map("""{"accessTier":"Cool"}"""), PropertyMap.Empty, Map("""{"accessTier":"Cool"}"""), preview: true);

        Assert.Equal(PropertyValue.Unknown, outputs["accessTier"]);
    }
}
