using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Values;
using Pulumirpc;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;
using static Provisioning.Providers.Azure.Tests.Graph.TestDirectory;
using Kind = Pulumirpc.PropertyDiff.Types.Kind;

namespace Provisioning.Providers.Azure.Tests.Graph;

/// <summary>What all types of the directory have in common, and its functions.</summary>
public sealed class GraphTests
{
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
}
