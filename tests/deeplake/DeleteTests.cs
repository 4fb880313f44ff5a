using System.Net;
using Provisioning.Protocol.Rpc;
using Provisioning.Providers.DeepLake.Tests.Fakes;

namespace Provisioning.Providers.DeepLake.Tests;

public sealed class DeleteTests
{
    [Theory]
    [InlineData(HttpStatusCode.NoContent)]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task Delete_GoneAfterwards_Succeeds(HttpStatusCode status)
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Service.Answer($"DELETE {ProviderBench.Item}", status);

        await bench.DeleteAsync();
    }

    [Fact]
    public async Task Delete_LostAnswer_IsSentAgain()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Service.Break($"DELETE {ProviderBench.Item}");
        bench.Service.Answer($"DELETE {ProviderBench.Item}", HttpStatusCode.NotFound);

        await bench.DeleteAsync();
    }

    [Fact]
    public async Task Delete_Forbidden_SaysWhoMay()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Service.Answer($"DELETE {ProviderBench.Item}", HttpStatusCode.Forbidden, """{"detail":"admins only"}""");

        var failure = await ProviderBench.FailureAsync(() => bench.DeleteAsync());

        Assert.Equal(RpcStatusCode.PermissionDenied, failure.Code);
        Assert.Contains("'admins only'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("administers the organization", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_ServiceStaysDown_LeavesTheStateUnknown()
    {
        await using var bench = await ProviderBench.StartAsync();
        for (var attempt = 0; attempt < 6; attempt++)
            bench.Service.Answer($"DELETE {ProviderBench.Item}", HttpStatusCode.InternalServerError);

        var failure = await ProviderBench.FailureAsync(() => bench.DeleteAsync());

        Assert.Equal(RpcStatusCode.Unknown, failure.Code);
    }

    [Fact]
    public async Task Delete_CallerGivesUp_IsCancelled()
    {
        await using var bench = await ProviderBench.StartAsync();
        using var caller = new CancellationTokenSource();
        bench.Service.Hang($"DELETE {ProviderBench.Item}", caller.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Provider.DeleteAsync(
            new Pulumirpc.DeleteRequest { Urn = ProviderBench.Urn, Id = ProviderBench.Id }, caller.Token));
    }
}
