using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Values;
using Pulumirpc;

namespace Provisioning.Providers.Azure.Tests.Fakes;

/// <summary>A provider over a fake Azure, spoken to as an engine does, with properties written as JSON.</summary>
internal sealed class Harness
{
    public const string Subscription = "00000000-0000-0000-0000-000000000001";
    public const string Tenant = "00000000-0000-0000-0000-0000000000aa";
    public const string Caller = "cccccccc-0000-0000-0000-000000000001";
    public const string Group = $"/subscriptions/{Subscription}/resourceGroups/rg";

    private Harness(AzureProvider provider, FakeAzure azure, AutoTime time, FakeEngine engine)
    {
        Provider = provider;
        Azure = azure;
        Time = time;
        Engine = engine;
    }

    public AzureProvider Provider { get; }

    public FakeAzure Azure { get; }

    public AutoTime Time { get; }

    public FakeEngine Engine { get; }

    /// <summary>A configured provider for Azure Resource Manager.</summary>
    public static Task<Harness> NativeAsync(params (string Key, string Value)[] settings) =>
        CreateAsync(host => new AzureNativeProvider(host), "azure-native", [("subscriptionId", Subscription), ("tenantId", Tenant), .. settings]);

    /// <summary>A provider that is not configured.</summary>
    public static Harness Bare(Func<AzureProviderHost, AzureProvider> create, Func<string, string?>? environment = null)
    {
        var (azure, time, engine) = (new FakeAzure(), new AutoTime(), new FakeEngine());
        var host = new AzureProviderHost
        {
            Handler = azure,
            Environment = environment ?? (_ => null),
            Time = time,
            Random = new Random(1),
            Engine = engine,
            Credential = new FakeCredential($$"""{"appid":"app","oid":"{{Caller}}","tid":"{{Tenant}}"}"""),
        };
        return new Harness(create(host), azure, time, engine);
    }

    public static async Task<Harness> CreateAsync(
        Func<AzureProviderHost, AzureProvider> create, string package, params (string Key, string Value)[] settings)
    {
        var harness = Bare(create);
        await harness.ConfigureAsync(package, settings);
        return harness;
    }

    public Task<ConfigureResponse> ConfigureAsync(string package, params (string Key, string Value)[] settings)
    {
        var request = new ConfigureRequest();
        foreach (var (key, value) in settings)
            request.Variables[$"{package}:config:{key}"] = value;
        return Provider.ConfigureAsync(request, CancellationToken.None);
    }

    public static string Urn(string type, string name = "thing") => $"urn:pulumi:dev::project::{type}::{name}";

    public static PropertyMap Map(string json) => JsonValues.ParseObject(BinaryData.FromString(json));

    public static Struct Struct(PropertyMap map) => PropertyMarshaller.Marshal(map, MarshalOptions.Provider);

    public async Task<(PropertyMap Inputs, IReadOnlyList<CheckFailure> Failures)> CheckAsync(
        string type, PropertyMap news, PropertyMap? olds = null, string name = "thing", string seed = "seed",
        CheckRequest.Types.AutonamingOptions? autonaming = null)
    {
        var response = await Provider.CheckAsync(
            new CheckRequest
            {
                Urn = Urn(type, name),
                News = Struct(news),
                Olds = Struct(olds ?? PropertyMap.Empty),
                RandomSeed = ByteString.CopyFromUtf8(seed),
                Autonaming = autonaming,
            },
            CancellationToken.None);
        return (PropertyMarshaller.Unmarshal(response.Inputs), response.Failures);
    }

    public Task<DiffResponse> DiffAsync(string type, PropertyMap oldInputs, PropertyMap news, PropertyMap? outputs = null) =>
        Provider.DiffAsync(
            new DiffRequest
            {
                Id = "id",
                Urn = Urn(type),
                OldInputs = Struct(oldInputs),
                Olds = Struct(outputs ?? PropertyMap.Empty),
                News = Struct(news),
            },
            CancellationToken.None);

    public async Task<(string Id, PropertyMap Outputs)> CreateAsync(
        string type, PropertyMap inputs, bool preview = false, double timeout = 0, CancellationToken cancellationToken = default)
    {
        var response = await Provider.CreateAsync(
            new CreateRequest { Urn = Urn(type), Properties = Struct(inputs), Preview = preview, Timeout = timeout }, cancellationToken);
        return (response.Id, PropertyMarshaller.Unmarshal(response.Properties));
    }

    public Task<ReadResponse> FindCreatedAsync(string type, PropertyMap inputs) =>
        Provider.FindCreatedAsync(new CreateRequest { Urn = Urn(type), Properties = Struct(inputs) }, CancellationToken.None);

    public async Task<PropertyMap> UpdateAsync(
        string type, string id, PropertyMap oldInputs, PropertyMap news, PropertyMap? outputs = null, bool preview = false)
    {
        var response = await Provider.UpdateAsync(
            new UpdateRequest
            {
                Id = id,
                Urn = Urn(type),
                Olds = Struct(outputs ?? PropertyMap.Empty),
                OldInputs = Struct(oldInputs),
                News = Struct(news),
                Preview = preview,
            },
            CancellationToken.None);
        return PropertyMarshaller.Unmarshal(response.Properties);
    }

    public async Task<(string Id, PropertyMap Outputs, PropertyMap Inputs)> ReadAsync(
        string type, string id, PropertyMap? inputs = null, PropertyMap? outputs = null)
    {
        var response = await Provider.ReadAsync(
            new ReadRequest
            {
                Id = id,
                Urn = Urn(type),
                Inputs = inputs is null ? null : Struct(inputs),
                Properties = outputs is null ? null : Struct(outputs),
            },
            CancellationToken.None);
        return (response.Id, PropertyMarshaller.Unmarshal(response.Properties), PropertyMarshaller.Unmarshal(response.Inputs));
    }

    public Task FinishDeleteAsync(string type, string id, PropertyMap inputs) =>
        Provider.FinishDeleteAsync(new DeleteRequest { Id = id, Urn = Urn(type), OldInputs = Struct(inputs) }, CancellationToken.None);

    public Task DeleteAsync(string type, string id, PropertyMap? inputs = null, PropertyMap? outputs = null) =>
        Provider.DeleteAsync(
            new DeleteRequest
            {
                Id = id,
                Urn = Urn(type),
                Properties = Struct(outputs ?? PropertyMap.Empty),
                OldInputs = Struct(inputs ?? PropertyMap.Empty),
            },
            CancellationToken.None);

    public async Task<PropertyMap> InvokeAsync(string token, PropertyMap args)
    {
        var response = await Provider.InvokeAsync(new InvokeRequest { Tok = token, Args = Struct(args) }, CancellationToken.None);
        return PropertyMarshaller.Unmarshal(response.Return);
    }

    public static async Task<RpcException> FailsAsync(Func<Task> call) => await Assert.ThrowsAsync<RpcException>(call);
}
