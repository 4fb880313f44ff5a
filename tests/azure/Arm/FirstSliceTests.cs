using Provisioning.Providers.Azure.Values;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;

namespace Provisioning.Providers.Azure.Tests.Arm;

public sealed class FirstSliceTests
{
    private const string GroupType = "azure-native:resources:ResourceGroup";

    [Fact]
    public async Task ResourceGroup_Create_SendsTheBodyAndReturnsWhatAzureSays()
    {
        var harness = await NativeAsync();
        harness.Azure.Stores(Group, decorate: _ => $$$"""{"id":"{{{Group}}}","name":"rg","location":"westeurope","properties":{"provisioningState":"Succeeded"}}""");

        var (id, outputs) = await harness.CreateAsync(GroupType, Map("""{"resourceGroupName":"rg","location":"westeurope","tags":{"a":"b"}}"""));

        Assert.Equal(Group, id);
        Assert.Equal("""{"location":"westeurope","tags":{"a":"b"}}""", harness.Azure.Single("PUT").Body);
        Assert.Equal("Succeeded", outputs.TextAt("properties.provisioningState"));
        Assert.Equal("2024-03-01", outputs.TextAt("azureApiVersion"));
        Assert.Equal("?api-version=2024-03-01", harness.Azure.Single("PUT").Query);
        Assert.StartsWith("Bearer ", harness.Azure.Single("PUT").Headers["Authorization"]);
    }
}
