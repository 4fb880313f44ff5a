using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Tests.Fakes;
using Provisioning.Providers.Azure.Values;
using Pulumirpc;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;
using Kind = Pulumirpc.PropertyDiff.Types.Kind;

namespace Provisioning.Providers.Azure.Tests.Graph;

public sealed class GraphTests
{
    private const string App = "azuread:index/application:Application";
    private const string Principal = "azuread:index/servicePrincipal:ServicePrincipal";
    private const string Credential = "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential";
    private const string AppPath = "/v1.0/applications/oid";
    private const string PrincipalPath = "/v1.0/servicePrincipals/spid";
    private const string ByAppId = "/v1.0/servicePrincipals(appId='client')";
    private const string Credentials = AppPath + "/federatedIdentityCredentials";
    private const string AppBody = """{"id":"oid","appId":"client","displayName":"trainer","signInAudience":"AzureADMyOrg","info":{"logoUrl":null,"supportUrl":"https://help"},"appRoles":[{"id":"r1","value":"Train","isEnabled":true}],"web":{"homePageUrl":"https://home"}}""";
    private const string CredentialBody = """{"id":"fic","name":"github","issuer":"https://issuer","subject":"repo:a/b","audiences":["api://x"],"description":null}""";

    private static PropertyMap CredentialInputs => Map(
        """{"applicationId":"/applications/oid","displayName":"github","issuer":"https://issuer","subject":"repo:a/b","audiences":["api://x"]}""");

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

    [Theory]
    [InlineData(400, "Request_BadRequest")]
    [InlineData(403, "Authorization_RequestDenied")]
    public async Task A_principal_waits_for_an_application_that_was_made_a_moment_ago(int status, string code)
    {
        var harness = await DirectoryAsync();
        harness.Azure
            .On("POST", "/v1.0/applications", 201, AppBody)
            .On("GET", AppPath, 200, AppBody)
            .On("POST", "/v1.0/servicePrincipals", status, FakeAzure.Error(code))
            .On("POST", "/v1.0/servicePrincipals", 201, """{"id":"spid","appId":"client"}""")
            .On("GET", PrincipalPath, 200, """{"id":"spid","appId":"client","servicePrincipalType":"Application"}""");
        await harness.CreateAsync(App, Map("""{"displayName":"trainer"}"""));

        var (id, outputs) = await harness.CreateAsync(Principal, Map("""{"clientId":"client"}"""));

        Assert.Equal("/servicePrincipals/spid", id);
        Assert.Equal("Application", outputs.TextAt("type"));
    }

    [Fact]
    public async Task A_principal_without_a_fresh_application_fails_at_once()
    {
        var harness = await DirectoryAsync();
        harness.Azure.On("POST", "/v1.0/servicePrincipals", 400, FakeAzure.Error("Request_BadRequest"));

        var failure = await FailsAsync(() => harness.CreateAsync(Principal, Map("""{"clientId":"client"}""")));

        Assert.Equal(RpcStatusCode.InvalidArgument, failure.Code);
        Assert.Empty(harness.Time.Waits);
    }

    [Fact]
    public async Task A_principal_that_exists_is_an_error()
    {
        var harness = await DirectoryAsync();
        harness.Azure.On("GET", ByAppId, 200, """{"id":"spid","appId":"client"}""");

        var failure = await FailsAsync(() => harness.CreateAsync(Principal, Map("""{"clientId":"client"}""")));

        Assert.Equal(RpcStatusCode.AlreadyExists, failure.Code);
        Assert.Contains("/servicePrincipals/spid", failure.Message);
    }

    [Fact]
    public async Task A_principal_that_exists_is_taken_over_when_the_program_asks()
    {
        var harness = await DirectoryAsync();
        harness.Azure
            .On("GET", ByAppId, 200, """{"id":"spid","appId":"client"}""")
            .On("PATCH", PrincipalPath, 204)
            .On("GET", PrincipalPath, 200, """{"id":"spid","appId":"client","notes":"n"}""");

        var (id, outputs) = await harness.CreateAsync(Principal, Map("""{"clientId":"client","useExisting":true,"notes":"n"}"""));

        Assert.Equal("/servicePrincipals/spid", id);
        Assert.Equal("n", outputs.TextAt("notes"));
        Assert.Equal("""{"notes":"n"}""", harness.Azure.Single("PATCH").Body);
    }

    [Fact]
    public async Task A_credential_has_the_ids_of_the_package()
    {
        var harness = await DirectoryAsync();
        harness.Azure.On("POST", Credentials, 201, CredentialBody).On("GET", Credentials + "/fic", 200, CredentialBody);

        var (id, outputs) = await harness.CreateAsync(Credential, CredentialInputs);

        Assert.Equal("oid/federatedIdentityCredential/fic", id);
        Assert.Equal(
            Map("""{"applicationId":"/applications/oid","audiences":["api://x"],"credentialId":"fic","displayName":"github","issuer":"https://issuer","subject":"repo:a/b"}"""),
            outputs);
        Assert.Equal("""{"audiences":["api://x"],"issuer":"https://issuer","name":"github","subject":"repo:a/b"}""", harness.Azure.Single("POST").Body);
    }

    [Fact]
    public async Task A_credential_whose_answer_was_lost_is_found_by_its_name()
    {
        var harness = await DirectoryAsync();
        harness.Azure
            .On("GET", Credentials + "/github", 404, FakeAzure.Error("Request_ResourceNotFound"))
            .On("GET", Credentials + "/github", 200, CredentialBody)
            .Breaks("POST", Credentials)
            .On("GET", Credentials + "/fic", 200, CredentialBody);

        var (id, _) = await harness.CreateAsync(Credential, CredentialInputs);

        Assert.Equal("oid/federatedIdentityCredential/fic", id);
        Assert.Equal(1, harness.Azure.Count("POST"));
    }

    [Fact]
    public async Task Credentials_of_one_application_are_written_one_after_the_other()
    {
        var harness = await DirectoryAsync();
        var (release, entered) = (new TaskCompletionSource(), new TaskCompletionSource());
        harness.Azure.On("POST", Credentials, 201, CredentialBody).On("GET", Credentials + "/fic", 200, CredentialBody);
        harness.Azure.Gate = async request =>
        {
            if (request.Method != "POST" || !entered.TrySetResult())
                return;
            await release.Task;
        };

        var first = harness.CreateAsync(Credential, CredentialInputs);
        await entered.Task;
        var second = harness.CreateAsync(Credential, CredentialInputs.With("displayName", "gitlab"));
        Assert.DoesNotContain(harness.Azure.Requests, request => request.Path.EndsWith("/gitlab", StringComparison.Ordinal));

        release.SetResult();
        await Task.WhenAll(first, second);
        Assert.Equal(2, harness.Azure.Count("POST"));
    }

    [Fact]
    public async Task A_credential_is_imported_by_its_id()
    {
        var harness = await DirectoryAsync();
        harness.Azure.On("GET", Credentials + "/fic", 200, CredentialBody);

        var (id, _, inputs) = await harness.ReadAsync(Credential, "oid/federatedIdentityCredential/fic");

        Assert.Equal("oid/federatedIdentityCredential/fic", id);
        Assert.Equal(CredentialInputs, inputs);
    }

    [Fact]
    public async Task An_id_of_another_form_is_explained()
    {
        var harness = await DirectoryAsync();

        var failure = await FailsAsync(() => harness.ReadAsync(Credential, "fic"));

        Assert.Contains("ids look like {applicationId}/federatedIdentityCredential/{credentialId}", failure.Message);
    }

    [Theory]
    [InlineData(Principal, """{"clientId":"a"}""", """{"clientId":"b"}""", "clientId")]
    [InlineData(Credential, """{"applicationId":"/applications/a"}""", """{"applicationId":"/applications/b"}""", "applicationId")]
    [InlineData(Credential, """{"displayName":"a"}""", """{"displayName":"b"}""", "displayName")]
    public async Task What_the_directory_cannot_change_is_replaced_and_deleted_first(string type, string olds, string news, string path)
    {
        var harness = await DirectoryAsync();

        var diff = await harness.DiffAsync(type, Map(olds), Map(news));

        Assert.Equal(Kind.UpdateReplace, diff.DetailedDiff[path].Kind);
        Assert.True(diff.DeleteBeforeReplace);
    }

    [Theory]
    [InlineData(App, """{"displayName":"a"}""", """{"displayName":"b"}""")]
    [InlineData(Credential, """{"subject":"a"}""", """{"subject":"A"}""")]
    public async Task What_the_directory_can_change_is_updated(string type, string olds, string news)
    {
        var harness = await DirectoryAsync();

        var diff = await harness.DiffAsync(type, Map(olds), Map(news));

        Assert.Empty(diff.Replaces);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffSome, diff.Changes);
    }

    [Fact]
    public async Task An_error_of_the_directory_names_its_request()
    {
        var harness = await DirectoryAsync();
        harness.Azure.On("POST", "/v1.0/applications", 403, """{"error":{"code":"Authorization_RequestDenied","message":"no","innerError":{"request-id":"g-1"}}}""");

        var failure = await FailsAsync(() => harness.CreateAsync(App, Map("""{"displayName":"trainer"}""")));

        Assert.Contains("Application.ReadWrite.OwnedBy", failure.Message);
        Assert.Contains("request id g-1", failure.Message);
    }

    [Fact]
    public async Task Missing_and_unsupported_inputs_are_reported()
    {
        var harness = await DirectoryAsync();

        var (inputs, failures) = await harness.CheckAsync(App, Map("""{"logoImage":"x"}"""));

        Assert.Equal(["displayName", "logoImage"], failures.Select(failure => failure.Property));
        Assert.False(inputs.ContainsKey("azureApiVersion"));
    }

    [Fact]
    public async Task A_preview_foretells_inputs_without_any_call()
    {
        var harness = await DirectoryAsync();

        var (_, outputs) = await harness.CreateAsync(App, Map("""{"displayName":"trainer"}"""), preview: true);

        Assert.Equal(Map("""{"displayName":"trainer"}"""), outputs);
        Assert.Empty(harness.Azure.Requests);
    }

    [Fact]
    public async Task A_refresh_of_a_deleted_application_says_so()
    {
        var harness = await DirectoryAsync();

        var (id, _, _) = await harness.ReadAsync(App, "/applications/oid");

        Assert.Empty(id);
    }

    [Fact]
    public async Task GetClientConfig_names_the_caller()
    {
        var harness = await DirectoryAsync();

        var result = await harness.InvokeAsync("azuread:index/getClientConfig:getClientConfig", PropertyMap.Empty);

        Assert.Equal(("app", Caller, Tenant), (result.TextAt("clientId"), result.TextAt("objectId"), result.TextAt("tenantId")));
    }

    [Fact]
    public async Task GetServicePrincipal_finds_by_client_id()
    {
        var harness = await DirectoryAsync();
        harness.Azure.On("GET", ByAppId, 200, """{"id":"spid","appId":"client"}""");

        var result = await harness.InvokeAsync("azuread:index/getServicePrincipal:getServicePrincipal", Map("""{"clientId":"client"}"""));

        Assert.Equal("spid", result.TextAt("objectId"));
    }

    [Fact]
    public async Task GetApplication_finds_by_name_and_returns_blocks_as_lists()
    {
        var harness = await DirectoryAsync();
        harness.Azure.On("GET", "/v1.0/applications", 200, $$"""{"value":[{{AppBody}}]}""");

        var result = await harness.InvokeAsync("azuread:index/getApplication:getApplication", Map("""{"displayName":"it's"}"""));

        Assert.Equal("client", result.TextAt("clientId"));
        Assert.IsType<PropertyValue.ArrayValue>(result["webs"]);
        Assert.Equal("?$filter=displayName eq 'it''s'", harness.Azure.Single("GET").Query);
    }

    [Fact]
    public async Task GetApplication_refuses_to_choose()
    {
        var harness = await DirectoryAsync();
        harness.Azure.On("GET", "/v1.0/applications", 200, $$"""{"value":[{{AppBody}},{{AppBody}}]}""");

        var failure = await FailsAsync(() => harness.InvokeAsync("azuread:index/getApplication:getApplication", Map("""{"displayName":"trainer"}""")));

        Assert.Contains("More than one application", failure.Message);
    }

    private static Task<Harness> DirectoryAsync() => Harness.CreateAsync(host => new AzureADProvider(host), "azuread", ("tenantId", Tenant));
}
