using Provisioning.Providers.Azure.Tests.Fakes;
using Kind = Pulumirpc.PropertyDiff.Types.Kind;

namespace Provisioning.Providers.Azure.Tests.Diffing;

public sealed class ReplacementTests
{
    [Theory]
    [InlineData(Types.Group, """{"location":"westeurope"}""", """{"location":"northeurope"}""", "location")]
    [InlineData(Types.Group, """{"resourceGroupName":"a"}""", """{"resourceGroupName":"b"}""", "resourceGroupName")]
    [InlineData(Types.Identity, """{"resourceGroupName":"a","resourceName":"id"}""", """{"resourceGroupName":"b","resourceName":"id"}""", "resourceGroupName")]
    [InlineData(Types.Identity, """{"location":"westeurope"}""", """{"location":"northeurope"}""", "location")]
    [InlineData(Types.Credential, """{"federatedIdentityCredentialResourceName":"a"}""", """{"federatedIdentityCredentialResourceName":"b"}""", "federatedIdentityCredentialResourceName")]
    [InlineData(Types.Assignment, """{"scope":"/subscriptions/a"}""", """{"scope":"/subscriptions/b"}""", "scope")]
    [InlineData(Types.Assignment, """{"principalId":"a"}""", """{"principalId":"b"}""", "principalId")]
    [InlineData(Types.Assignment, """{"roleDefinitionId":"/providers/Microsoft.Authorization/roleDefinitions/a"}""", """{"roleDefinitionId":"/providers/Microsoft.Authorization/roleDefinitions/b"}""", "roleDefinitionId")]
    [InlineData(Types.Assignment, """{"principalType":"User"}""", """{"principalType":"ServicePrincipal"}""", "principalType")]
    [InlineData(Types.Workspace, """{"storageAccount":"/subscriptions/a"}""", """{"storageAccount":"/subscriptions/b"}""", "storageAccount")]
    [InlineData(Types.Workspace, """{"keyVault":"/subscriptions/a"}""", """{"keyVault":"/subscriptions/b"}""", "keyVault")]
    [InlineData(Types.Compute, """{"properties":{"computeType":"AmlCompute","properties":{"vmSize":"a"}}}""", """{"properties":{"computeType":"AmlCompute","properties":{"vmSize":"b"}}}""", "properties.properties.vmSize")]
    [InlineData(Types.Compute, """{"properties":{"computeType":"AmlCompute","properties":{}}}""", """{"properties":{"computeType":"AmlCompute","properties":{"subnet":{"id":"s"}}}}""", "properties.properties.subnet")]
    [InlineData(Types.Compute, """{"properties":{"computeType":"AmlCompute"}}""", """{"properties":{"computeType":"Kubernetes"}}""", "properties.computeType")]
    [InlineData(Types.Compute, """{"properties":{"computeType":"Kubernetes","resourceId":"/subscriptions/a"}}""", """{"properties":{"computeType":"Kubernetes","resourceId":"/subscriptions/b"}}""", "properties.resourceId")]
    [InlineData(Types.Compute, """{"properties":{"computeType":"Kubernetes","properties":{"namespace":"a"}}}""", """{"properties":{"computeType":"Kubernetes","properties":{"namespace":"b"}}}""", "properties.properties.namespace")]
    [InlineData(Types.Compute, """{"identity":{"type":"None"},"properties":{"computeType":"ComputeInstance"}}""", """{"identity":{"type":"SystemAssigned"},"properties":{"computeType":"ComputeInstance"}}""", "identity.type")]
    [InlineData(Types.Connection, """{"properties":{"authType":"ManagedIdentity"}}""", """{"properties":{"authType":"PAT"}}""", "properties.authType")]
    [InlineData(Types.Registry, """{"zoneRedundancy":"Disabled"}""", """{"zoneRedundancy":"Enabled"}""", "zoneRedundancy")]
    [InlineData(Types.Registry, """{"encryption":{"status":"enabled"}}""", """{}""", "encryption")]
    [InlineData(Types.Storage, """{"isHnsEnabled":false}""", """{"isHnsEnabled":true}""", "isHnsEnabled")]
    [InlineData(Types.Storage, """{"kind":"BlobStorage"}""", """{"kind":"StorageV2"}""", "kind")]
    [InlineData(Types.Storage, """{}""", """{"encryption":{"requireInfrastructureEncryption":true}}""", "encryption")]
    [InlineData(Types.Container, """{"accountName":"a"}""", """{"accountName":"b"}""", "accountName")]
    [InlineData(Types.Vault, """{"location":"westeurope"}""", """{"location":"northeurope"}""", "location")]
    [InlineData(Types.Insights, """{"applicationType":"web"}""", """{"applicationType":"other"}""", "applicationType")]
    [InlineData(Types.Logs, """{"workspaceName":"a"}""", """{"workspaceName":"b"}""", "workspaceName")]
    public async Task A_change_that_Azure_cannot_make_in_place_replaces(string type, string olds, string news, string path)
    {
        var harness = await Harness.NativeAsync();

        var diff = await harness.DiffAsync(type, Harness.Map(olds), Harness.Map(news));

        var change = Assert.Single(diff.DetailedDiff);
        Assert.Equal(path, change.Key);
        Assert.Contains(change.Value.Kind, new[] { Kind.AddReplace, Kind.DeleteReplace, Kind.UpdateReplace });
        Assert.Equal([path.Split('.')[0]], diff.Replaces);
        Assert.True(diff.DeleteBeforeReplace);
    }

    [Theory]
    [InlineData(Types.Group, """{"tags":{"a":"1"}}""", """{"tags":{"a":"2"}}""", "tags.a")]
    [InlineData(Types.Credential, """{"subject":"a"}""", """{"subject":"A"}""", "subject")]
    [InlineData(Types.Assignment, """{"description":"a"}""", """{"description":"b"}""", "description")]
    [InlineData(Types.Workspace, """{"identity":{"type":"SystemAssigned"}}""", """{"identity":{"type":"SystemAssigned,UserAssigned"}}""", "identity.type")]
    [InlineData(Types.Workspace, """{"applicationInsights":"/subscriptions/a"}""", """{"applicationInsights":"/subscriptions/b"}""", "applicationInsights")]
    [InlineData(Types.Compute, """{"identity":{"type":"SystemAssigned"},"properties":{"computeType":"AmlCompute"}}""", """{"identity":{"type":"UserAssigned"},"properties":{"computeType":"AmlCompute"}}""", "identity.type")]
    [InlineData(Types.Compute, """{"properties":{"computeType":"AmlCompute","properties":{"scaleSettings":{"maxNodeCount":1}}}}""", """{"properties":{"computeType":"AmlCompute","properties":{"scaleSettings":{"maxNodeCount":2}}}}""", "properties.properties.scaleSettings.maxNodeCount")]
    [InlineData(Types.Compute, """{"properties":{"computeType":"Kubernetes","properties":{"vmSize":"a"}}}""", """{"properties":{"computeType":"Kubernetes","properties":{"vmSize":"b"}}}""", "properties.properties.vmSize")]
    [InlineData(Types.Connection, """{"properties":{"target":"a"}}""", """{"properties":{"target":"b"}}""", "properties.target")]
    [InlineData(Types.Registry, """{"sku":{"name":"Basic"}}""", """{"sku":{"name":"Premium"}}""", "sku.name")]
    [InlineData(Types.Storage, """{"kind":"Storage"}""", """{"kind":"StorageV2"}""", "kind")]
    [InlineData(Types.Vault, """{"properties":{"enableRbacAuthorization":false}}""", """{"properties":{"enableRbacAuthorization":true}}""", "properties.enableRbacAuthorization")]
    public async Task A_change_that_Azure_can_make_in_place_updates(string type, string olds, string news, string path)
    {
        var harness = await Harness.NativeAsync();

        var diff = await harness.DiffAsync(type, Harness.Map(olds), Harness.Map(news));

        var change = Assert.Single(diff.DetailedDiff);
        Assert.Equal((path, Kind.Update, true), (change.Key, change.Value.Kind, change.Value.InputDiff));
        Assert.Empty(diff.Replaces);
        Assert.False(diff.DeleteBeforeReplace);
        Assert.True(diff.HasDetailedDiff);
    }

    [Fact]
    public async Task A_random_name_lets_the_new_resource_come_before_the_old_one_goes()
    {
        var harness = await Harness.NativeAsync();

        var diff = await harness.DiffAsync(
            Types.Registry,
            Harness.Map("""{"__createBeforeDelete":true,"registryName":"a","location":"westeurope"}"""),
            Harness.Map("""{"registryName":"b","location":"northeurope"}"""));

        Assert.Equal(["location", "registryName"], diff.Replaces);
        Assert.False(diff.DeleteBeforeReplace);
    }

    [Fact]
    public async Task A_role_assignment_that_keeps_scope_principal_and_role_is_deleted_first()
    {
        var harness = await Harness.NativeAsync();

        var diff = await harness.DiffAsync(
            Types.Assignment,
            Harness.Map("""{"__createBeforeDelete":true,"principalType":"User","principalId":"p"}"""),
            Harness.Map("""{"principalType":"ServicePrincipal","principalId":"p"}"""));

        Assert.True(diff.DeleteBeforeReplace);
    }

    [Fact]
    public async Task A_role_assignment_with_another_principal_and_a_random_name_is_created_first()
    {
        var harness = await Harness.NativeAsync();

        var diff = await harness.DiffAsync(
            Types.Assignment,
            Harness.Map("""{"__createBeforeDelete":true,"principalId":"p"}"""),
            Harness.Map("""{"principalId":"q"}"""));

        Assert.Equal(["principalId"], diff.Replaces);
        Assert.False(diff.DeleteBeforeReplace);
    }

    [Fact]
    public async Task Spelling_out_what_Azure_chose_is_an_update()
    {
        var harness = await Harness.NativeAsync();

        var diff = await harness.DiffAsync(
            Types.Storage, Harness.Map("{}"), Harness.Map("""{"isHnsEnabled":false}"""), outputs: Harness.Map("""{"isHnsEnabled":false}"""));

        Assert.Equal(Kind.Add, diff.DetailedDiff["isHnsEnabled"].Kind);
        Assert.Empty(diff.Replaces);
    }
}
