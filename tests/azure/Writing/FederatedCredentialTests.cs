using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Tests.Fakes;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;

namespace Provisioning.Providers.Azure.Tests.Writing;

public sealed class FederatedCredentialTests
{
    [Fact]
    public async Task A_second_writer_on_the_same_identity_waits_its_turn()
    {
        var harness = await NativeAsync();
        var release = new TaskCompletionSource();
        var entered = new TaskCompletionSource();
        harness.Azure.Stores(Id("id1", "a")).Stores(Id("ID1", "b"));
        harness.Azure.Gate = async request =>
        {
            if (request.Method != "PUT" || request.Path != Id("id1", "a"))
                return;
            entered.SetResult();
            await release.Task;
        };

        var first = harness.CreateAsync(Types.Credential, Inputs("id1", "a"));
        await entered.Task;
        var second = harness.CreateAsync(Types.Credential, Inputs("ID1", "b"));
        Assert.DoesNotContain(harness.Azure.Requests, request => request.Path == Id("ID1", "b"));

        release.SetResult();
        await Task.WhenAll(first, second);
        Assert.Equal(["a", "b"], harness.Azure.Requests.Where(request => request.Method == "PUT").Select(request => request.Path[^1..]));
    }

    [Fact]
    public async Task Writers_on_different_identities_do_not_wait()
    {
        var harness = await NativeAsync();
        var release = new TaskCompletionSource();
        harness.Azure.Stores(Id("id1", "a")).Stores(Id("id2", "b"));
        harness.Azure.Gate = request => request.Path == Id("id1", "a") ? release.Task : Task.CompletedTask;

        var first = harness.CreateAsync(Types.Credential, Inputs("id1", "a"));
        await harness.CreateAsync(Types.Credential, Inputs("id2", "b"));

        Assert.False(first.IsCompleted);
        release.SetResult();
        await first;
    }

    [Fact]
    public async Task A_delete_waits_for_a_create_on_the_same_identity()
    {
        var harness = await NativeAsync();
        var release = new TaskCompletionSource();
        var entered = new TaskCompletionSource();
        harness.Azure.Stores(Id("id1", "a"));
        harness.Azure.Gate = async request =>
        {
            if (request.Method != "PUT")
                return;
            entered.SetResult();
            await release.Task;
        };

        var create = harness.CreateAsync(Types.Credential, Inputs("id1", "a"));
        await entered.Task;
        var delete = harness.DeleteAsync(Types.Credential, Id("id1", "b"));
        Assert.Equal(0, harness.Azure.Count("DELETE"));

        release.SetResult();
        await Task.WhenAll(create, delete);
        Assert.Equal(1, harness.Azure.Count("DELETE"));
    }

    private static string Id(string identity, string name) =>
        $"{Group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identity}/federatedIdentityCredentials/{name}";

    private static PropertyMap Inputs(string identity, string name) => Map(
        $$"""{"resourceGroupName":"rg","resourceName":"{{identity}}","federatedIdentityCredentialResourceName":"{{name}}","issuer":"https://i","subject":"{{name}}","audiences":["x"]}""");
}
