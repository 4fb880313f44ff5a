using Pulumi;
using Pulumi.Testing;

namespace Provisioning.Infra.Tests.Components;

public sealed class AzureTargetTests
{
    private const string Applications = "applications:\n  tool: { displayName: Tool }";

    [Fact]
    public async Task WrongSubscription_StopsBeforeAnythingIsCreated()
    {
        var mocks = new Plans.AzureMocks(subscription: "ffffffff-0000-0000-0000-000000000000");

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(Access.Sample.Document(Applications), mocks));

        Assert.Contains("is for subscription aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(mocks.Requests.Keys, resource => resource.Type.StartsWith("azure", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WrongTenant_StopsBeforeAnythingIsCreated()
    {
        var mocks = new Plans.AzureMocks();
        var document = Access.Sample.Document(Applications) with { Tenant = new Provisioning.Infra.Model.TenantId(Guid.Empty) };

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(document, mocks));

        Assert.Contains("is for tenant 00000000-0000-0000-0000-000000000000", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(mocks.Requests.Keys, resource => resource.Type.StartsWith("azure", StringComparison.Ordinal));
    }

    private static Task RunAsync(Provisioning.Infra.Model.StackDocument document, Plans.AzureMocks mocks) => Deployment.TestAsync(
        mocks.Mock.Object, new TestOptions { IsPreview = false }, () => { _ = new ProvisioningStack(document); });
}
