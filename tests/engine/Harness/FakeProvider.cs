using Google.Protobuf.WellKnownTypes;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Services;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Tests.Harness;

/// <summary>
/// A provider whose cloud is a dictionary. Inputs become outputs, together with a generated <c>address</c>; what a test
/// wants otherwise it scripts.
/// </summary>
internal sealed class FakeProvider : IResourceProvider
{
    private readonly FakeCloud cloud;
    private readonly IEngine engine;

    public FakeProvider(FakeCloud cloud, IEngine engine)
    {
        this.cloud = cloud;
        this.engine = engine;
    }

    public Task<ProviderHandshakeResponse> HandshakeAsync(ProviderHandshakeRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderHandshakeResponse { AcceptSecrets = cloud.AcceptsSecrets, AcceptResources = true });

    public Task<PluginInfo> GetPluginInfoAsync(CancellationToken cancellationToken) => Task.FromResult(new PluginInfo { Version = "1.2.3" });

    public Task<GetSchemaResponse> GetSchemaAsync(GetSchemaRequest request, CancellationToken cancellationToken) => throw Unimplemented();

    public Task<ParameterizeResponse> ParameterizeAsync(ParameterizeRequest request, CancellationToken cancellationToken)
    {
        cloud.Record("Parameterize", request);
        return Task.FromResult(new ParameterizeResponse { Name = request.Value.Name, Version = request.Value.Version });
    }

    public Task<CheckResponse> CheckConfigAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        cloud.Record("CheckConfig", request);
        return cloud.OnCheckConfig is { } script ? script(request) : Task.FromResult(new CheckResponse { Inputs = request.News });
    }

    public Task<DiffResponse> DiffConfigAsync(DiffRequest request, CancellationToken cancellationToken)
    {
        cloud.Record("DiffConfig", request);
        return cloud.OnDiffConfig is { } script
            ? script(request)
            : Task.FromResult(new DiffResponse
            {
                Changes = request.OldInputs.Equals(request.News)
                    ? DiffResponse.Types.DiffChanges.DiffNone
                    : DiffResponse.Types.DiffChanges.DiffSome,
            });
    }

    public Task<ConfigureResponse> ConfigureAsync(ConfigureRequest request, CancellationToken cancellationToken)
    {
        cloud.Record("Configure", request);
        return cloud.OnConfigure is { } script ? script(request) : Task.FromResult(new ConfigureResponse());
    }

    public Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        cloud.Record("Check", request);
        return cloud.OnCheck is { } script ? script(request) : Task.FromResult(new CheckResponse { Inputs = request.News });
    }

    public Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellationToken)
    {
        cloud.Record("Diff", request);
        return cloud.OnDiff is { } script ? script(request) : Task.FromResult(Compare(request));
    }

    public async Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellationToken)
    {
        cloud.Record(request.Preview ? "PreviewCreate" : "Create", request);
        if (cloud.OnCreate is { } script && await script(request, cancellationToken) is { } answer)
            return answer;

        if (request.Preview)
            return new CreateResponse { Properties = WithAddress(request.Properties, Signatures.Unknown) };
        var id = cloud.NewId(request.Name);
        var properties = WithAddress(request.Properties, $"address of {id}");
        cloud.Resources[id] = properties;
        return new CreateResponse { Id = id, Properties = properties };
    }

    public async Task<ReadResponse> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        cloud.Record("Read", request);
        if (cloud.OnRead is { } script && await script(request) is { } answer)
            return answer;

        return cloud.Resources.TryGetValue(request.Id, out var properties)
            ? new ReadResponse { Id = request.Id, Properties = properties, Inputs = WithoutAddress(properties) }
            : new ReadResponse();
    }

    public async Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken)
    {
        cloud.Record(request.Preview ? "PreviewUpdate" : "Update", request);
        if (cloud.OnUpdate is { } script && await script(request) is { } answer)
            return answer;

        var properties = WithAddress(request.News, $"address of {request.Id}");
        if (!request.Preview)
            cloud.Resources[request.Id] = properties;
        return new UpdateResponse { Properties = properties };
    }

    public async Task DeleteAsync(DeleteRequest request, CancellationToken cancellationToken)
    {
        cloud.Record("Delete", request);
        if (cloud.OnDelete is { } script)
            await script(request, cancellationToken);
        cloud.Resources.TryRemove(request.Id, out _);
    }

    public Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken)
    {
        cloud.Record("Invoke", request);
        return cloud.OnInvoke is { } script ? script(request) : Task.FromResult(new InvokeResponse { Return = request.Args });
    }

    public Task<CallResponse> CallAsync(CallRequest request, CancellationToken cancellationToken)
    {
        cloud.Record("Call", request);
        return Task.FromResult(new CallResponse { Return = request.Args });
    }

    public Task<ConstructResponse> ConstructAsync(ConstructRequest request, CancellationToken cancellationToken) => throw Unimplemented();

    public Task CancelAsync(CancellationToken cancellationToken)
    {
        cloud.Cancelled.TrySetResult();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        cloud.Disposed++;
        return ValueTask.CompletedTask;
    }

    public Task LogAsync(string message) => engine.LogAsync(new LogRequest { Severity = LogSeverity.Info, Message = message }, default);

    private static Struct WithAddress(Struct properties, string address)
    {
        var result = properties.Clone();
        result.Fields["address"] = Value.ForString(address);
        return result;
    }

    private static Struct WithoutAddress(Struct properties)
    {
        var result = properties.Clone();
        result.Fields.Remove("address");
        return result;
    }

    private static RpcException Unimplemented() => new(RpcStatusCode.Unimplemented, "Not part of the fake provider.");

    private DiffResponse Compare(DiffRequest request)
    {
        var changed = request.OldInputs.Fields.Keys.Union(request.News.Fields.Keys)
            .Where(key => !Equals(request.OldInputs.Fields.GetValueOrDefault(key), request.News.Fields.GetValueOrDefault(key)))
            .Order(StringComparer.Ordinal)
            .ToList();
        return new DiffResponse
        {
            Changes = changed.Count == 0 ? DiffResponse.Types.DiffChanges.DiffNone : DiffResponse.Types.DiffChanges.DiffSome,
            Diffs = { changed },
            Replaces = { changed.Where(cloud.ReplaceKeys.Contains) },
            DeleteBeforeReplace = cloud.DeletesBeforeReplace,
        };
    }
}
