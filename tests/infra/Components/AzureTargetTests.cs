using Pulumi;
using Pulumi.Testing;

namespace Provisioning.Infra.Tests.Components;

public sealed class AzureTargetTests
{
    [Fact]
    public async Task WrongSubscription_StopsBeforeAnythingIsCreated()
    {
        var document = Access.Sample.Document("");
        var mocks = new Plans.AzureMocks(subscription: "ffffffff-0000-0000-0000-000000000000");

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Deployment.TestAsync(
            mocks.Mock.Object, new TestOptions { IsPreview = false }, () => { _ = new Infra.Components.AzureTarget(document); }));

        Assert.Contains("is for subscription aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e", failure.Message, StringComparison.Ordinal);
        Assert.Empty(mocks.Requests);
    }
}
