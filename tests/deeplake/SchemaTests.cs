using System.Reflection;
using System.Text.Json.Nodes;
using Provisioning.Protocol.Rpc;
using Provisioning.Providers.DeepLake.Registrations;
using Provisioning.Providers.DeepLake.Tests.Fakes;
using Pulumi.DeepLake;
using Pulumirpc;

namespace Provisioning.Providers.DeepLake.Tests;

/// <summary>The schema says what the provider does and what the SDK offers.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task Schema_HasThePluginsNameAndVersion()
    {
        await using var bench = await ProviderBench.StartAsync();
        var plugin = await bench.Provider.GetPluginInfoAsync(CancellationToken.None);

        var schema = await SchemaAsync();

        Assert.Equal(DeepLakeProvider.Package, schema["name"]?.GetValue<string>());
        Assert.Equal("0.1.0", plugin.Version);
        Assert.Equal(plugin.Version, schema["version"]?.GetValue<string>());
    }

    [Fact]
    public async Task Schema_Inputs_AreTheProviders()
    {
        var resource = await ResourceAsync();

        Assert.Equal(RegistrationProperties.Inputs, Names(resource["inputProperties"]));
        Assert.Equal(RegistrationProperties.Inputs, Strings(resource["requiredInputs"]));
        Assert.All(Members(resource["inputProperties"]), input => Assert.True(input.Value?["willReplaceOnChanges"]?.GetValue<bool>()));
    }

    [Fact]
    public async Task Schema_Inputs_AreThoseOfTheSdksArguments()
    {
        var resource = await ResourceAsync();
        var inputs = typeof(WorkloadIdentityArgs).GetProperties()
            .SelectMany(property => property.CustomAttributes)
            .Where(attribute => attribute.AttributeType.Name == "InputAttribute")
            .Select(attribute => attribute.ConstructorArguments[0].Value as string);

        Assert.Equal(Names(resource["inputProperties"]), inputs.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Schema_Outputs_AreThoseOfTheSdksClass()
    {
        var resource = await ResourceAsync();
        var outputs = typeof(WorkloadIdentity).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .SelectMany(property => property.CustomAttributes)
            .Where(attribute => attribute.AttributeType.Name == "OutputAttribute")
            .Select(attribute => attribute.ConstructorArguments[0].Value as string);

        Assert.Equal(Names(resource["properties"]), outputs.Order(StringComparer.Ordinal));
        Assert.Equal(Names(resource["properties"]), Strings(resource["required"]));
    }

    [Fact]
    public async Task Schema_Configuration_IsThatOfTheProviderResource()
    {
        var schema = await SchemaAsync();

        Assert.Equal(["endpoint", "token"], Names(schema["config"]?["variables"]));
        Assert.Equal(["endpoint", "token"], Names(schema["provider"]?["inputProperties"]));
        Assert.True(schema["config"]?["variables"]?["token"]?["secret"]?.GetValue<bool>());
        Assert.True(schema["provider"]?["inputProperties"]?["token"]?["secret"]?.GetValue<bool>());
    }

    [Fact]
    public async Task Handshake_AcceptsSecrets()
    {
        await using var bench = await ProviderBench.StartAsync();

        Assert.True((await bench.Provider.HandshakeAsync(new ProviderHandshakeRequest(), CancellationToken.None)).AcceptSecrets);
    }

    [Fact]
    public async Task Function_DoesNotExist()
    {
        await using var bench = await ProviderBench.StartAsync();

        var failure = await ProviderBench.FailureAsync(() => bench.Provider.InvokeAsync(new InvokeRequest { Tok = "deeplake:index:getOrganization" }, CancellationToken.None));

        Assert.Equal(RpcStatusCode.Unimplemented, failure.Code);
    }

    private static async Task<JsonNode> SchemaAsync()
    {
        await using var bench = await ProviderBench.StartAsync();
        var response = await bench.Provider.GetSchemaAsync(new GetSchemaRequest(), CancellationToken.None);
        return Assert.IsType<JsonObject>(JsonNode.Parse(response.Schema));
    }

    private static async Task<JsonNode> ResourceAsync() =>
        Assert.IsType<JsonObject>((await SchemaAsync())["resources"]?[DeepLakeProvider.WorkloadIdentityType]);

    private static JsonObject Members(JsonNode? node) => Assert.IsType<JsonObject>(node);

    private static IEnumerable<string> Names(JsonNode? node) => Members(node).Select(member => member.Key).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Strings(JsonNode? node) =>
        Assert.IsType<JsonArray>(node).Select(item => Assert.IsAssignableFrom<JsonValue>(item).GetValue<string>()).Order(StringComparer.Ordinal);
}
