using Provisioning.Protocol.Rpc;
using Provisioning.Providers.Azure.Tests.Fakes;
using Provisioning.Providers.Azure.Values;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;

namespace Provisioning.Providers.Azure.Tests.Writing;

public sealed class SoftDeleteTests
{
    private const string Deleted = $"/subscriptions/{Subscription}/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/kv-ml";
    private const string Inputs = """{"resourceGroupName":"rg","vaultName":"kv-ml","location":"westeurope","properties":{"tenantId":"t"}}""";

    [Fact]
    public async Task A_deleted_vault_of_the_same_id_is_recovered_and_brought_up_to_date()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("GET", Types.VaultId, 404, FakeAzure.Error("ResourceNotFound"))
            .On("GET", Types.VaultId, 200, """{"properties":{"vaultUri":"u"}}""")
            .On("PUT", Types.VaultId, 409, FakeAzure.Error("ConflictError"))
            .On("PUT", Types.VaultId, 200, "{}")
            .On("GET", Deleted, 200, $$$"""{"properties":{"vaultId":"{{{Types.VaultId.ToLowerInvariant()}}}"}}""");

        var (_, outputs) = await harness.CreateAsync(Types.Vault, Map(Inputs));

        Assert.Equal("u", outputs.TextAt("properties.vaultUri"));
        Assert.Equal(
            [false, true, false],
            harness.Azure.Requests.Where(request => request.Method == "PUT").Select(request => request.Body.Contains("\"createMode\":\"recover\"", StringComparison.Ordinal)));
        Assert.Contains(harness.Engine.Logs, log => log.Message.StartsWith("Recovered the deleted key vault", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deleted_vault_of_another_group_is_left_alone()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("PUT", Types.VaultId, 409, FakeAzure.Error("ConflictError"))
            .On("GET", Deleted, 200, """{"properties":{"vaultId":"/subscriptions/other"}}""");

        var failure = await FailsAsync(() => harness.CreateAsync(Types.Vault, Map(Inputs)));

        Assert.Equal(RpcStatusCode.Aborted, failure.Code);
        Assert.Equal(1, harness.Azure.Count("PUT"));
    }

    [Fact]
    public async Task Deletes_keep_what_can_be_recovered_by_default()
    {
        var harness = await NativeAsync();
        harness.Azure.On("DELETE", Types.VaultId, 200).On("DELETE", Types.WorkspaceId, 200);

        await harness.DeleteAsync(Types.Vault, Types.VaultId, Map(Inputs));
        await harness.DeleteAsync(Types.Workspace, Types.WorkspaceId);

        Assert.Equal(0, harness.Azure.Count("POST"));
        Assert.DoesNotContain(harness.Azure.Requests, request => request.Query.Contains("forceToPurge", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deletes_purge_when_the_provider_is_told_to()
    {
        var harness = await NativeAsync(("purgeOnDelete", "true"));
        harness.Azure
            .On("DELETE", Types.VaultId, 200)
            .On("POST", Deleted + "/purge", 202)
            .On("GET", Deleted, 200, "{\"properties\":{}}")
            .On("GET", Deleted, 404, FakeAzure.Error("DeletedVaultNotFound"))
            .On("DELETE", Types.WorkspaceId, 200);

        await harness.DeleteAsync(Types.Vault, Types.VaultId, Map(Inputs));
        await harness.DeleteAsync(Types.Workspace, Types.WorkspaceId);

        Assert.Equal(1, harness.Azure.Count("POST"));
        Assert.Equal(2, harness.Azure.Requests.Count(request => request.Path == Deleted));
        Assert.Contains(harness.Azure.Requests, request => request.Query.EndsWith("&forceToPurge=true", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Types.VaultId, 1)]
    [InlineData("/subscriptions/another/vault", 0)]
    public async Task An_interrupted_delete_purges_what_it_had_deleted_and_nothing_else(string deleted, int purges)
    {
        var harness = await NativeAsync(("purgeOnDelete", "true"));
        harness.Azure
            .On("GET", Deleted, 200, $$$"""{"properties":{"vaultId":"{{{deleted}}}"}}""")
            .On("GET", Deleted, 404, FakeAzure.Error("DeletedVaultNotFound"))
            .On("POST", Deleted + "/purge", 202);

        await harness.FinishDeleteAsync(Types.Vault, Types.VaultId, Map(Inputs));

        Assert.Equal(purges, harness.Azure.Count("POST"));
        Assert.Equal(0, harness.Azure.Count("DELETE"));
    }

    [Fact]
    public async Task A_purge_that_is_refused_is_told_and_no_failure()
    {
        var harness = await NativeAsync(("purgeOnDelete", "true"));
        harness.Azure.On("DELETE", Types.VaultId, 200).On("POST", Deleted + "/purge", 400, FakeAzure.Error("DeletedVaultPurge", "protected"));

        await harness.DeleteAsync(Types.Vault, Types.VaultId, Map(Inputs));

        Assert.Contains(harness.Engine.Logs, log => log.Message.EndsWith("was not purged: DeletedVaultPurge: protected", StringComparison.Ordinal));
    }
}
