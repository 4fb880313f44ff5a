using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Tests.Fakes;
using Provisioning.Providers.Azure.Values;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;

namespace Provisioning.Providers.Azure.Tests.Reading;

public sealed class FunctionTests
{
    [Fact]
    public async Task GetClientConfig_reads_the_claims_of_the_token()
    {
        var harness = await NativeAsync();

        var result = await harness.InvokeAsync("azure-native:authorization:getClientConfig", PropertyMap.Empty);

        Assert.Equal(Map($$"""{"clientId":"app","objectId":"{{Caller}}","subscriptionId":"{{Subscription}}","tenantId":"{{Tenant}}"}"""), result);
        Assert.Empty(harness.Azure.Requests);
    }

    [Fact]
    public async Task GetClientToken_returns_a_secret()
    {
        var harness = await NativeAsync();

        var result = await harness.InvokeAsync("azure-native:authorization:getClientToken", PropertyMap.Empty);

        Assert.IsType<PropertyValue.SecretValue>(result["token"]);
    }

    [Fact]
    public async Task A_get_function_reads_by_name_and_adds_id_and_version()
    {
        var harness = await NativeAsync();
        harness.Azure.On("GET", Types.RegistryId, 200, $$$"""{"id":"{{{Types.RegistryId}}}","name":"acr12345","properties":{"loginServer":"acr12345-hash.azurecr.io"}}""");

        var result = await harness.InvokeAsync(
            "azure-native:containerregistry:getRegistry", Map("""{"resourceGroupName":"rg","registryName":"acr12345"}"""));

        Assert.Equal("acr12345-hash.azurecr.io", result.TextAt("loginServer"));
        Assert.Equal(Types.RegistryId, result.TextAt("id"));
        Assert.Equal("2023-01-01-preview", result.TextAt("azureApiVersion"));
    }

    [Theory]
    [InlineData("managedidentity:getUserAssignedIdentity", """{"resourceGroupName":"rg","resourceName":"id1"}""", Types.IdentityId)]
    [InlineData("machinelearningservices:getWorkspace", """{"resourceGroupName":"rg","workspaceName":"mlw"}""", Types.WorkspaceId)]
    [InlineData("machinelearningservices:getCompute", """{"resourceGroupName":"rg","workspaceName":"mlw","computeName":"cpu"}""", Types.ClusterId)]
    [InlineData("storage:getStorageAccount", """{"resourceGroupName":"rg","accountName":"stdata1"}""", Types.StorageId)]
    [InlineData("keyvault:getVault", """{"resourceGroupName":"rg","vaultName":"kv-ml"}""", Types.VaultId)]
    [InlineData("kubernetes:getConnectedCluster", """{"resourceGroupName":"rg","clusterName":"arc"}""", $"{Group}/providers/Microsoft.Kubernetes/connectedClusters/arc")]
    [InlineData("containerservice:getManagedCluster", """{"resourceGroupName":"rg","resourceName":"aks"}""", $"{Group}/providers/Microsoft.ContainerService/managedClusters/aks")]
    [InlineData("authorization:getRoleDefinition", """{"scope":"/subscriptions/s","roleDefinitionId":"r"}""", "/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/r")]
    public async Task Every_get_function_of_the_package_is_served(string function, string args, string path)
    {
        var harness = await NativeAsync();
        harness.Azure.On("GET", path, 200, """{"name":"x"}""");

        var result = await harness.InvokeAsync($"azure-native:{function}", Map(args));

        Assert.Equal("x", result.TextAt("name"));
    }

    [Fact]
    public async Task GetRoleDefinition_keeps_both_types_apart()
    {
        var harness = await NativeAsync();
        harness.Azure.On(
            "GET",
            "/providers/Microsoft.Authorization/roleDefinitions/r",
            200,
            """{"type":"Microsoft.Authorization/roleDefinitions","properties":{"roleName":"AcrPull","type":"BuiltInRole"}}""");

        var result = await harness.InvokeAsync("azure-native:authorization:getRoleDefinition", Map("""{"scope":"/","roleDefinitionId":"r"}"""));

        Assert.Equal(("BuiltInRole", "Microsoft.Authorization/roleDefinitions"), (result.TextAt("roleType"), result.TextAt("type")));
    }

    [Fact]
    public async Task GetStorageAccount_passes_its_expansion_on()
    {
        var harness = await NativeAsync();
        harness.Azure.On("GET", Types.StorageId, 200, """{"name":"x"}""");

        await harness.InvokeAsync(
            "azure-native:storage:getStorageAccount", Map("""{"resourceGroupName":"rg","accountName":"stdata1","expand":"geoReplicationStats"}"""));

        Assert.Contains("$expand=geoReplicationStats", harness.Azure.Single("GET").Query);
    }

    [Fact]
    public async Task A_resource_that_does_not_exist_cannot_be_looked_up()
    {
        var harness = await NativeAsync();

        var failure = await FailsAsync(() => harness.InvokeAsync("azure-native:keyvault:getVault", Map("""{"resourceGroupName":"rg","vaultName":"kv-ml"}""")));

        Assert.Equal(RpcStatusCode.NotFound, failure.Code);
        Assert.Contains(Types.VaultId, failure.Message);
    }

    [Fact]
    public async Task An_argument_that_is_missing_is_named()
    {
        var harness = await NativeAsync();

        var failure = await FailsAsync(() => harness.InvokeAsync("azure-native:keyvault:getVault", Map("""{"resourceGroupName":"rg"}""")));

        Assert.Equal(RpcStatusCode.InvalidArgument, failure.Code);
        Assert.Contains("'vaultName'", failure.Message);
    }

    [Theory]
    [InlineData("azure-native:web:getWebApp")]
    [InlineData("azure-native:keyvault:Vault")]
    [InlineData("azure-native:keyvault:listVault")]
    public async Task A_function_that_is_not_known_is_named(string token)
    {
        var harness = await NativeAsync();

        var failure = await FailsAsync(() => harness.InvokeAsync(token, PropertyMap.Empty));

        Assert.Equal(RpcStatusCode.Unimplemented, failure.Code);
        Assert.Contains($"has no function '{token}'", failure.Message);
    }
}
