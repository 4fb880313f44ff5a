using Provisioning.Protocol.Rpc;
using Provisioning.Providers.Azure.Tests.Fakes;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;

namespace Provisioning.Providers.Azure.Tests.Writing;

public sealed class DeleteTests
{
    [Theory]
    [InlineData("AmlCompute", "Delete")]
    [InlineData("ComputeInstance", "Delete")]
    [InlineData("Kubernetes", "Detach")]
    [InlineData("AKS", "Detach")]
    [InlineData("VirtualMachine", "Detach")]
    public async Task Only_computes_that_Azure_ML_made_are_deleted(string kind, string action)
    {
        var harness = await NativeAsync();
        harness.Azure.On("DELETE", Types.ClusterId, 204);

        await harness.DeleteAsync(Types.Compute, Types.ClusterId, inputs: Map($$$"""{"properties":{"computeType":"{{{kind}}}"}}"""));

        Assert.Equal($"?api-version=2025-12-01&underlyingResourceAction={action}", harness.Azure.Single("DELETE").Query);
    }

    [Fact]
    public async Task The_kind_of_a_compute_is_found_in_its_outputs_too()
    {
        var harness = await NativeAsync();
        harness.Azure.On("DELETE", Types.ClusterId, 204);

        await harness.DeleteAsync(Types.Compute, Types.ClusterId, outputs: Map("""{"properties":{"computeType":"AmlCompute"}}"""));

        Assert.EndsWith("underlyingResourceAction=Delete", harness.Azure.Single("DELETE").Query);
    }

    [Theory]
    [InlineData(204, "")]
    [InlineData(404, "ResourceNotFound")]
    [InlineData(404, "ResourceGroupNotFound")]
    public async Task What_does_not_exist_counts_as_deleted(int status, string code)
    {
        var harness = await NativeAsync();
        harness.Azure.On("DELETE", Types.IdentityId, status, code.Length > 0 ? FakeAzure.Error(code) : "");

        await harness.DeleteAsync(Types.Identity, Types.IdentityId);

        Assert.Equal(1, harness.Azure.Count("DELETE"));
    }

    [Fact]
    public async Task A_subscription_that_is_not_found_deletes_nothing()
    {
        var harness = await NativeAsync();
        harness.Azure.On("DELETE", Types.IdentityId, 404, FakeAzure.Error("SubscriptionNotFound"));

        var failure = await FailsAsync(() => harness.DeleteAsync(Types.Identity, Types.IdentityId));

        Assert.Contains("Check azure-native:subscriptionId", failure.Message);
    }

    [Fact]
    public async Task A_long_delete_is_followed_by_Location_until_the_name_is_free()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("DELETE", Group, 202, "", "Location: https://management.azure.com/operations/1", "Retry-After: 15")
            .On("GET", "/operations/1", 202)
            .On("GET", "/operations/1", 200)
            .On("GET", Group, 200, """{"properties":{"provisioningState":"Deleting"}}""")
            .On("GET", Group, 404, FakeAzure.Error("ResourceGroupNotFound"));

        await harness.DeleteAsync(Types.Group, Group);

        Assert.Equal(2, harness.Azure.Requests.Count(request => request.Path == "/operations/1"));
        Assert.Equal(2, harness.Azure.Requests.Count(request => request.Path == Group && request.Method == "GET"));
    }

    [Fact]
    public async Task A_delete_without_headers_is_followed_until_reads_find_nothing()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("DELETE", Types.WorkspaceId, 202)
            .On("GET", Types.WorkspaceId, 200, """{"properties":{"provisioningState":"Deleting"}}""")
            .On("GET", Types.WorkspaceId, 404, FakeAzure.Error("ResourceNotFound"));

        await harness.DeleteAsync(Types.Workspace, Types.WorkspaceId);

        Assert.Equal(2, harness.Azure.Count("GET"));
    }

    [Fact]
    public async Task A_delete_that_fails_in_the_end_is_reported()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("DELETE", Types.WorkspaceId, 202, "", "Azure-AsyncOperation: https://management.azure.com/operations/1")
            .On("GET", "/operations/1", 200, """{"status":"Failed","error":{"code":"CannotDeleteResource","message":"nested"}}""");

        var failure = await FailsAsync(() => harness.DeleteAsync(Types.Workspace, Types.WorkspaceId));

        Assert.Equal(RpcStatusCode.FailedPrecondition, failure.Code);
        Assert.Contains("Delete the nested resources first.", failure.Message);
    }

    [Fact]
    public async Task A_delete_whose_answer_was_lost_is_sent_again()
    {
        var harness = await NativeAsync();
        harness.Azure.Breaks("DELETE", Types.IdentityId).On("DELETE", Types.IdentityId, 404, FakeAzure.Error("ResourceNotFound"));

        await harness.DeleteAsync(Types.Identity, Types.IdentityId);

        Assert.Equal(2, harness.Azure.Count("DELETE"));
    }
}
