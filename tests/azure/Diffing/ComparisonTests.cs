using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Tests.Fakes;
using Pulumirpc;
using Kind = Pulumirpc.PropertyDiff.Types.Kind;

namespace Provisioning.Providers.Azure.Tests.Diffing;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData(Types.Group, """{"location":"West Europe"}""", """{"location":"westeurope"}""")]
    [InlineData(Types.Identity, """{"resourceGroupName":"RG"}""", """{"resourceGroupName":"rg"}""")]
    [InlineData(Types.Workspace, """{"keyVault":"/subscriptions/s/resourceGroups/RG"}""", """{"keyVault":"/subscriptions/s/resourcegroups/rg"}""")]
    [InlineData(Types.Assignment, """{"roleDefinitionId":"/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/a"}""", """{"roleDefinitionId":"/providers/Microsoft.Authorization/roleDefinitions/A"}""")]
    [InlineData(Types.Compute, """{"identity":{"userAssignedIdentities":["/subscriptions/a","/subscriptions/b"]}}""", """{"identity":{"userAssignedIdentities":["/subscriptions/B","/subscriptions/a"]}}""")]
    [InlineData(Types.Registry, """{"identity":{"userAssignedIdentities":{"/subscriptions/a":{}}}}""", """{"identity":{"userAssignedIdentities":{"/subscriptions/A":{}}}}""")]
    [InlineData(Types.Group, """{"tags":null}""", """{}""")]
    [InlineData(Types.Group, """{"__createBeforeDelete":true}""", """{}""")]
    [InlineData(Types.Group, """{"azureApiVersion":"2021-04-01"}""", """{"azureApiVersion":"2024-03-01"}""")]
    public async Task What_is_the_same_to_Azure_is_no_change(string type, string olds, string news)
    {
        var harness = await Harness.NativeAsync();

        var diff = await harness.DiffAsync(type, Harness.Map(olds), Harness.Map(news));

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
        Assert.Empty(diff.DetailedDiff);
    }

    [Fact]
    public async Task Lists_compare_item_by_item()
    {
        var harness = await Harness.NativeAsync();

        var diff = await harness.DiffAsync(
            Types.Credential, Harness.Map("""{"audiences":["a","b"]}"""), Harness.Map("""{"audiences":["a","c","d"]}"""));

        Assert.Equal(["audiences[1]", "audiences[2]"], diff.DetailedDiff.Keys.Order());
        Assert.Equal(Kind.Add, diff.DetailedDiff["audiences[2]"].Kind);
        Assert.Equal(["audiences"], diff.Diffs);
    }

    [Fact]
    public async Task Keys_that_are_no_plain_words_are_quoted()
    {
        var harness = await Harness.NativeAsync();

        var diff = await harness.DiffAsync(Types.Group, Harness.Map("{}"), Harness.Map("""{"tags":{}}"""));
        var quoted = await harness.DiffAsync(
            Types.Group, Harness.Map("""{"tags":{"a.b":"1"}}"""), Harness.Map("""{"tags":{}}"""));

        Assert.Equal(["tags"], diff.DetailedDiff.Keys);
        Assert.Equal(["tags[\"a.b\"]"], quoted.DetailedDiff.Keys);
    }

    [Fact]
    public async Task A_value_that_is_not_known_yet_counts_as_changed()
    {
        var harness = await Harness.NativeAsync();

        var diff = await harness.DiffAsync(
            Types.Assignment, Harness.Map("""{"principalId":"p"}"""), PropertyMap.Empty.With("principalId", PropertyValue.Unknown));

        Assert.Equal(Kind.UpdateReplace, diff.DetailedDiff["principalId"].Kind);
    }

    [Fact]
    public async Task Secrets_compare_by_what_they_hold()
    {
        var harness = await Harness.NativeAsync();
        var secret = PropertyMap.Empty.With("issuer", new PropertyValue.SecretValue("https://issuer"));

        var diff = await harness.DiffAsync(Types.Credential, secret, Harness.Map("""{"issuer":"https://issuer"}"""));

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
    }

    [Fact]
    public async Task Without_old_inputs_the_outputs_tell_them()
    {
        var harness = await Harness.NativeAsync();
        var response = await harness.Provider.DiffAsync(
            new DiffRequest
            {
                Id = Types.IdentityId,
                Urn = Harness.Urn(Types.Identity),
                Olds = Harness.Struct(Harness.Map("""{"location":"westeurope","principalId":"p","name":"id1"}""")),
                News = Harness.Struct(Harness.Map("""{"location":"westeurope","resourceGroupName":"rg","resourceName":"id1"}""")),
            },
            CancellationToken.None);

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, response.Changes);
    }
}
