using Provisioning.Protocol.Rpc;
using Provisioning.Providers.Azure.Tests.Fakes;
using Provisioning.Providers.Azure.Values;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;
using static Provisioning.Providers.Azure.Tests.Graph.TestDirectory;

namespace Provisioning.Providers.Azure.Tests.Graph;

public sealed class ApplicationTests
{
    [Fact]
    public async Task An_application_is_posted_and_read_until_all_replicas_show_it()
    {
        var harness = await DirectoryAsync();
        harness.Azure
            .On("POST", "/v1.0/applications", 201, AppBody)
            .On("GET", AppPath, 404, FakeAzure.Error("Request_ResourceNotFound"))
            .On("GET", AppPath, 200, AppBody);

        var (id, outputs) = await harness.CreateAsync(App, Map(
            """{"displayName":"trainer","supportUrl":"https://help","appRoles":[{"id":"r1","value":"Train","enabled":true}],"web":{"homepageUrl":"https://home"}}"""));

        Assert.Equal("/applications/oid", id);
        Assert.Equal(
            """{"appRoles":[{"id":"r1","isEnabled":true,"value":"Train"}],"displayName":"trainer","info":{"supportUrl":"https://help"},"web":{"homePageUrl":"https://home"}}""",
            harness.Azure.Single("POST").Body);
        Assert.Equal(("client", "oid", "https://help", "https://home", "r1"), (
            outputs.TextAt("clientId"), outputs.TextAt("objectId"), outputs.TextAt("supportUrl"), outputs.TextAt("web.homepageUrl"), outputs.TextAt("appRoleIds.Train")));
        Assert.Equal(6, harness.Azure.Count("GET"));
        Assert.Contains(harness.Engine.Logs, log => log.Message.Contains("does not show it everywhere", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_application_whose_answer_was_lost_is_not_made_twice()
    {
        var harness = await DirectoryAsync();
        harness.Azure.Breaks("POST", "/v1.0/applications");

        var failure = await FailsAsync(() => harness.CreateAsync(App, Map("""{"displayName":"trainer"}""")));

        Assert.Equal(RpcStatusCode.Unknown, failure.Code);
        Assert.Equal(1, harness.Azure.Count("POST"));
    }

    [Fact]
    public async Task An_update_sends_only_what_changed_and_empties_what_was_removed()
    {
        var harness = await DirectoryAsync();
        harness.Azure
            .On("PATCH", AppPath, 204)
            .On("GET", AppPath, 200, """{"id":"oid","displayName":"old"}""")
            .On("GET", AppPath, 200, """{"id":"oid","displayName":"new","tags":[]}""");

        var outputs = await harness.UpdateAsync(
            App,
            "/applications/oid",
            Map("""{"displayName":"old","notes":"n","tags":["a"],"signInAudience":"AzureADMyOrg"}"""),
            Map("""{"displayName":"new","signInAudience":"AzureADMyOrg"}"""));

        Assert.Equal("""{"displayName":"new","notes":null,"tags":[]}""", harness.Azure.Single("PATCH").Body);
        Assert.Equal("new", outputs.TextAt("displayName"));
        Assert.Equal(2, harness.Azure.Count("GET"));
    }

    [Fact]
    public async Task A_delete_waits_until_the_directory_forgets()
    {
        var harness = await DirectoryAsync();
        harness.Azure
            .On("DELETE", AppPath, 204)
            .On("GET", AppPath, 200, AppBody)
            .On("GET", AppPath, 404, FakeAzure.Error("Request_ResourceNotFound"));

        await harness.DeleteAsync(App, "/applications/oid");

        Assert.Equal(2, harness.Azure.Count("GET"));
    }
}
