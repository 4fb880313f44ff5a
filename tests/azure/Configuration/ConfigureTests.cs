using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Tests.Fakes;
using Provisioning.Providers.Azure.Values;
using Pulumirpc;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;

namespace Provisioning.Providers.Azure.Tests.Configuration;

public sealed class ConfigureTests
{
    private const string Metadata =
        """{"name":"Sandbox","resourceManager":"https://arm.sandbox:8443","microsoftGraphResourceId":"https://graph.sandbox:8443/","authentication":{"loginEndpoint":"https://login.sandbox:8443","audiences":["https://management.core.windows.net/","https://management.azure.com/"],"tenant":"common"}}""";

    [Fact]
    public async Task A_missing_subscription_is_named_with_its_variable()
    {
        var harness = Bare(host => new AzureNativeProvider(host));

        var failure = await FailsAsync(() => harness.ConfigureAsync("azure-native"));

        var key = Assert.Single(failure.FindDetail<ConfigureErrorMissingKeys>()?.MissingKeys ?? []);
        Assert.Equal("azure-native:subscriptionId", key.Name);
        Assert.Contains("ARM_SUBSCRIPTION_ID", key.Description);
        Assert.Contains("the subscription that resources go to", failure.Message);
    }

    [Fact]
    public async Task A_secret_without_tenant_and_client_names_both()
    {
        var harness = Bare(host => new AzureNativeProvider(host));

        var failure = await FailsAsync(() => harness.ConfigureAsync("azure-native", ("subscriptionId", "s"), ("clientSecret", "hidden")));

        Assert.Equal(
            ["azure-native:tenantId", "azure-native:clientId"],
            failure.FindDetail<ConfigureErrorMissingKeys>()?.MissingKeys.Select(key => key.Name));
        Assert.DoesNotContain("hidden", failure.Message);
    }

    [Fact]
    public async Task The_environment_stands_in_for_configuration()
    {
        var harness = Bare(
            host => new AzureNativeProvider(host), name => name == "ARM_SUBSCRIPTION_ID" ? "from-environment" : null);
        await harness.ConfigureAsync("azure-native");

        var config = await harness.InvokeAsync("azure-native:authorization:getClientConfig", PropertyMap.Empty);

        Assert.Equal("from-environment", config.TextAt("subscriptionId"));
    }

    [Fact]
    public async Task Configuration_beats_the_environment()
    {
        var harness = Bare(
            host => new AzureNativeProvider(host), name => name == "ARM_SUBSCRIPTION_ID" ? "from-environment" : null);
        await harness.ConfigureAsync("azure-native", ("subscriptionId", "from-configuration"));

        var config = await harness.InvokeAsync("azure-native:authorization:getClientConfig", PropertyMap.Empty);

        Assert.Equal("from-configuration", config.TextAt("subscriptionId"));
    }

    [Fact]
    public async Task Arguments_are_read_when_variables_are_absent()
    {
        var harness = Bare(host => new AzureNativeProvider(host));
        await harness.Provider.ConfigureAsync(
            new ConfigureRequest { Args = Struct(PropertyMap.Empty.With("subscriptionId", new PropertyValue.SecretValue("from-args"))) },
            CancellationToken.None);

        var config = await harness.InvokeAsync("azure-native:authorization:getClientConfig", PropertyMap.Empty);

        Assert.Equal("from-args", config.TextAt("subscriptionId"));
    }

    [Theory]
    [InlineData("public", "management.azure.com")]
    [InlineData("usgovernment", "management.usgovcloudapi.net")]
    [InlineData("china", "management.chinacloudapi.cn")]
    public async Task The_cloud_decides_where_requests_go(string cloud, string host)
    {
        var harness = await NativeAsync(("environment", cloud));

        await harness.ReadAsync(Types.Group, Group);

        Assert.Equal(host, Assert.Single(harness.Azure.Requests).Headers["Host"]);
    }

    [Fact]
    public async Task An_unknown_cloud_is_an_error_that_lists_the_known_ones()
    {
        var harness = Bare(host => new AzureNativeProvider(host));

        var failure = await FailsAsync(() => harness.ConfigureAsync("azure-native", ("subscriptionId", "s"), ("environment", "mars")));

        Assert.Contains("'mars'; it must be public, usgovernment, china", failure.Message);
    }

    [Theory]
    [InlineData(Metadata)]
    [InlineData("[" + Metadata + "]")]
    public async Task A_metadata_host_describes_a_cloud_of_its_own(string answer)
    {
        var harness = Bare(host => new AzureNativeProvider(host), name => name == "ARM_METADATA_HOSTNAME" ? "meta.sandbox:8443" : null);
        harness.Azure.On("GET", "/metadata/endpoints", 200, answer);
        await harness.ConfigureAsync("azure-native", ("subscriptionId", Subscription));

        await harness.ReadAsync(Types.Group, Group);

        Assert.Equal(["meta.sandbox:8443", "arm.sandbox:8443"], harness.Azure.Requests.Select(request => request.Headers["Host"]));
        Assert.Equal("?api-version=2022-09-01", harness.Azure.Requests[0].Query);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_metadata_host_that_is_busy_is_asked_again(int status)
    {
        var harness = Bare(host => new AzureNativeProvider(host), name => name == "ARM_METADATA_HOSTNAME" ? "meta.sandbox:8443" : null);
        harness.Azure.On("GET", "/metadata/endpoints", status, "").On("GET", "/metadata/endpoints", 200, Metadata);

        await harness.ConfigureAsync("azure-native", ("subscriptionId", Subscription));

        Assert.Equal(2, harness.Azure.Count("GET"));
    }

    [Theory]
    [InlineData(503, "", "status 503")]
    [InlineData(200, "<html>", "does not describe a cloud")]
    [InlineData(200, "{}", "does not describe a cloud")]
    public async Task A_metadata_host_that_does_not_help_is_named(int status, string body, string expected)
    {
        var harness = Bare(host => new AzureNativeProvider(host));
        harness.Azure.On("GET", "/metadata/endpoints", status, body);

        var failure = await FailsAsync(() => harness.ConfigureAsync("azure-native", ("subscriptionId", "s"), ("metadataHost", "meta.sandbox")));

        Assert.Contains(expected, failure.Message);
        Assert.Contains("https://meta.sandbox/metadata/endpoints", failure.Message);
    }

    [Fact]
    public async Task A_metadata_host_that_does_not_answer_is_named()
    {
        var harness = Bare(host => new AzureNativeProvider(host));
        harness.Azure.Breaks("GET", "/metadata/endpoints");

        var failure = await FailsAsync(() => harness.ConfigureAsync("azure-native", ("subscriptionId", "s"), ("metadataHost", "meta.sandbox")));

        Assert.Equal(RpcStatusCode.Unavailable, failure.Code);
    }

    [Fact]
    public async Task Before_it_is_configured_a_provider_says_so()
    {
        var harness = Bare(host => new AzureNativeProvider(host));

        var failure = await FailsAsync(() => harness.ReadAsync(Types.Group, Group));

        Assert.Equal(RpcStatusCode.FailedPrecondition, failure.Code);
    }

    [Fact]
    public async Task The_handshake_accepts_secrets_and_naming_options()
    {
        var harness = Bare(host => new AzureNativeProvider(host));

        var handshake = await harness.Provider.HandshakeAsync(new ProviderHandshakeRequest(), CancellationToken.None);
        var info = await harness.Provider.GetPluginInfoAsync(CancellationToken.None);

        Assert.True(handshake is { AcceptSecrets: true, SupportsAutonamingConfiguration: true, AcceptResources: false });
        Assert.Equal("3.28.0", info.Version);
    }

    [Theory]
    [InlineData("""{"subscriptionId":"a"}""", """{"subscriptionId":"b"}""", "subscriptionId")]
    [InlineData("""{"tenantId":"a"}""", """{"tenantId":"b"}""", "tenantId")]
    [InlineData("""{"subscriptionId":"a"}""", """{"subscriptionId":"A"}""", "")]
    [InlineData("""{}""", """{"subscriptionId":"b"}""", "")]
    [InlineData("""{"clientId":"a"}""", """{"clientId":"b"}""", "")]
    public async Task Only_another_place_replaces_resources(string olds, string news, string replaced)
    {
        var harness = Bare(host => new AzureNativeProvider(host));

        var diff = await harness.Provider.DiffConfigAsync(
            new DiffRequest { OldInputs = Struct(Map(olds)), News = Struct(Map(news)) }, CancellationToken.None);

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffSome, diff.Changes);
        Assert.Equal(replaced.Length > 0 ? [replaced] : [], diff.Replaces);
    }

    [Fact]
    public async Task The_same_configuration_is_no_change()
    {
        var harness = Bare(host => new AzureNativeProvider(host));

        var diff = await harness.Provider.DiffConfigAsync(
            new DiffRequest { OldInputs = Struct(Map("""{"subscriptionId":"a","version":"1"}""")), News = Struct(Map("""{"subscriptionId":"a","version":"2"}""")) },
            CancellationToken.None);

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
    }
}
