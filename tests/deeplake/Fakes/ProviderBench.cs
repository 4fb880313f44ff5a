using System.Net;
using Google.Protobuf.WellKnownTypes;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Providers.DeepLake.Tests.Fakes;

/// <summary>A configured provider before a scripted service, and the requests that an engine sends it.</summary>
internal sealed class ProviderBench : IAsyncDisposable
{
    public const string Organization = "0c7b6f1e-6f0a-4a49-9a4f-0d4c8f6a1b11";
    public const string Client = "11111111-aaaa-4bbb-8ccc-222222222222";
    public const string Tenant = "33333333-dddd-4eee-8fff-444444444444";
    public const string Registration = "4f1f0a53-9a5c-4a0e-8a55-6a5e0f1c2d33";
    public const string Token = "dl_very-secret";
    public const string Urn = "urn:pulumi:dev::ml::deeplake:index:WorkloadIdentity::trainer";

    public const string Collection = $"/organizations/{Organization}/workload-identities";
    public const string Item = $"{Collection}/{Registration}";
    public const string Id = $"{Organization}/{Registration}";

    private ProviderBench(DeepLakeProvider provider, ScriptedService service, JumpingClock clock, FakeEngine engine)
    {
        Provider = provider;
        Service = service;
        Clock = clock;
        Engine = engine;
    }

    public DeepLakeProvider Provider { get; }

    public ScriptedService Service { get; }

    public JumpingClock Clock { get; }

    public FakeEngine Engine { get; }

    public static PropertyMap Inputs { get; } =
    [
        KeyValuePair.Create<string, PropertyValue>("organizationId", Organization),
        KeyValuePair.Create<string, PropertyValue>("name", "trainer"),
        KeyValuePair.Create<string, PropertyValue>("clientId", Client),
        KeyValuePair.Create<string, PropertyValue>("tenantId", Tenant),
    ];

    /// <summary>A registration as the service's JSON.</summary>
    public static string Json(string name = "trainer", string client = Client, string id = Registration) =>
        $$"""{"id":"{{id}}","org_id":"{{Organization}}","name":"{{name}}","workload_identity_data":{"type":"azure","azure_client_id":"{{client}}","azure_tenant_id":"{{Tenant}}"},"created_at":"2026-01-02T03:04:05Z"}""";

    /// <summary>A provider with configuration and environment.</summary>
    public static async Task<ProviderBench> StartAsync(
        IReadOnlyDictionary<string, string>? environment = null, params (string Key, PropertyValue Value)[] configuration)
    {
        var (service, clock, engine) = (new ScriptedService(), new JumpingClock(), new FakeEngine());
        var provider = new DeepLakeProvider(new DeepLakeProviderHost
        {
            Handler = service,
            Environment = name => (environment ?? new Dictionary<string, string> { ["DEEPLAKE_API_KEY"] = Token }).GetValueOrDefault(name),
            Time = clock,
            Random = new Random(7),
            Engine = engine,
        });
        var arguments = PropertyMap.Create(configuration.Select(member => KeyValuePair.Create(member.Key, member.Value)));
        await provider.ConfigureAsync(new ConfigureRequest { Args = Wire(arguments) }, CancellationToken.None);
        return new ProviderBench(provider, service, clock, engine);
    }

    public static Struct Wire(PropertyMap properties) => PropertyMarshaller.Marshal(properties, MarshalOptions.Provider);

    public Task<CreateResponse> CreateAsync(PropertyMap? inputs = null, bool preview = false, double timeout = 0) => Provider.CreateAsync(
        new CreateRequest { Urn = Urn, Properties = Wire(inputs ?? Inputs), Preview = preview, Timeout = timeout }, CancellationToken.None);

    public Task<ReadResponse> FindCreatedAsync() =>
        Provider.FindCreatedAsync(new CreateRequest { Urn = Urn, Properties = Wire(Inputs) }, CancellationToken.None);

    public Task<ReadResponse> ReadAsync(string id = Id, PropertyMap? inputs = null) => Provider.ReadAsync(
        new ReadRequest { Urn = Urn, Id = id, Inputs = inputs is null ? null : Wire(inputs), Properties = inputs is null ? null : Wire(inputs) },
        CancellationToken.None);

    public Task DeleteAsync(string id = Id) =>
        Provider.DeleteAsync(new DeleteRequest { Urn = Urn, Id = id, Properties = Wire(Inputs) }, CancellationToken.None);

    public ValueTask DisposeAsync()
    {
        Service.AssertDone();
        return Provider.DisposeAsync();
    }

    /// <summary>The failure of a call.</summary>
    public static Task<RpcException> FailureAsync(Func<Task> call) => Assert.ThrowsAsync<RpcException>(call);

    /// <summary>Expects the request for a registration and answers it.</summary>
    public ScriptedService Post(HttpStatusCode status, string body = "", TimeSpan? retryAfter = null) =>
        Service.Answer($"POST {Collection}", status, body, retryAfter: retryAfter);

    /// <summary>Expects the request for the list and answers it.</summary>
    public ScriptedService List(params string[] registrations) =>
        Service.Answer($"GET {Collection}", HttpStatusCode.OK, $"[{string.Join(',', registrations)}]");
}
