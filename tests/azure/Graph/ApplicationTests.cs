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
    public async Task A_new_application_gets_a_unique_name_that_stays()
    {
        var harness = await DirectoryAsync();

        var (first, _) = await harness.CheckAsync(App, Map("""{"displayName":"trainer"}"""));
        var (again, _) = await harness.CheckAsync(App, Map("""{"displayName":"other"}"""), olds: first, seed: "another");
        var (older, _) = await harness.CheckAsync(App, Map("""{"displayName":"other"}"""), olds: Map("""{"displayName":"trainer"}"""));

        Assert.True(Guid.TryParse(first.TextAt("__uniqueName"), out _));
        Assert.Equal(first.TextAt("__uniqueName"), again.TextAt("__uniqueName"));
        Assert.Null(older.TextAt("__uniqueName"));
    }

    [Fact]
    public async Task An_application_with_a_unique_name_is_created_under_it_however_often_the_answer_is_lost()
    {
        var harness = await DirectoryAsync();
        harness.Azure
            .Breaks("PATCH", ByUniqueName)
            .On("PATCH", ByUniqueName, 204)
            .On("GET", ByUniqueName, 200, AppBody)
            .On("GET", AppPath, 200, AppBody);

        var (id, outputs) = await harness.CreateAsync(App, Named);

        Assert.Equal(("/applications/oid", "client"), (id, outputs.TextAt("clientId")));
        Assert.Equal(0, harness.Azure.Count("POST"));
        Assert.All(harness.Azure.Requests, request => Assert.True(request.Method != "PATCH" || request.Headers["Prefer"] == "create-if-missing"));
        Assert.DoesNotContain(outputs.Keys, key => key.StartsWith("__", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_interrupted_creation_is_found_by_the_unique_name()
    {
        var harness = await DirectoryAsync();
        harness.Azure.On("GET", ByUniqueName, 200, AppBody).On("GET", AppPath, 200, AppBody);

        var found = await harness.FindCreatedAsync(App, Named);

        Assert.Equal("/applications/oid", found.Id);
        Assert.Equal("client", found.Properties.Fields["clientId"].StringValue);
    }

    [Fact]
    public async Task An_interrupted_creation_that_came_to_nothing_has_no_id()
    {
        var harness = await DirectoryAsync();
        harness.Azure.On("GET", ByUniqueName, 404, FakeAzure.Error("Request_ResourceNotFound"));

        Assert.Equal("", (await harness.FindCreatedAsync(App, Named)).Id);
    }

    [Fact]
    public async Task An_interrupted_creation_without_a_unique_name_cannot_be_told()
    {
        var harness = await DirectoryAsync();

        var failure = await FailsAsync(() => harness.FindCreatedAsync(App, Map("""{"displayName":"trainer"}""")));

        Assert.Contains("import it, or delete it", failure.Message, StringComparison.Ordinal);
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
