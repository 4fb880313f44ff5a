using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Services;
using Provisioning.Protocol.Values;
using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi.Testing;

/// <summary>Answers a program's requests with mocks.</summary>
internal sealed class MockMonitor(IMocks mocks, string project, string stack) : IResourceMonitor
{
    private readonly ConcurrentDictionary<string, (string Id, Struct State)> registered = new(StringComparer.Ordinal);

    public Task<SupportsFeatureResponse> SupportsFeatureAsync(SupportsFeatureRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new SupportsFeatureResponse { HasSupport = request.Id != "outputValues" });

    public Task<DeploymentInfo> GetDeploymentInfoAsync(CancellationToken cancellationToken) =>
        throw new RpcException(RpcStatusCode.Unimplemented, "Mocks have no deployment info.", []);

    public async Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request, CancellationToken cancellationToken)
    {
        var urn = CreateUrn(request.Parent, request.Type, request.Name);
        if (request.Type == Stack.TypeToken)
            return new() { Urn = urn, Object = new() };

        var (id, state) = await AnswerAsync(urn, request.Type, request.Name, request.Object, request.Provider, request.ImportId).ConfigureAwait(false);
        return new() { Urn = urn, Id = id, Object = state };
    }

    public async Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request, CancellationToken cancellationToken)
    {
        var urn = CreateUrn(request.Parent, request.Type, request.Name);
        var (_, state) = await AnswerAsync(urn, request.Type, request.Name, request.Properties, request.Provider, request.Id).ConfigureAwait(false);
        return new() { Urn = urn, Properties = state };
    }

    public async Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request, CancellationToken cancellationToken) =>
        await mocks.RegisterResourceOutputs(new()
        {
            Urn = request.Urn,
            Outputs = PropertyMarshaller.Unmarshal(request.Outputs).ToImmutableDictionary(
                output => output.Key,
                output => new Output<object?>(PropertyReader.Read(output.Value, typeof(object), output.Key))),
        }).ConfigureAwait(false);

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellationToken) =>
        new()
        {
            Return = request.Tok == ResourceRegistrar.GetResource
                ? Find(request.Args.Fields["urn"].StringValue)
                : await CallAsync(request.Tok, request.Args, request.Provider).ConfigureAwait(false),
        };

    public async Task<CallResponse> CallAsync(ResourceCallRequest request, CancellationToken cancellationToken) =>
        new() { Return = await CallAsync(request.Tok, request.Args, request.Provider).ConfigureAwait(false) };

    public Task SignalAndWaitForShutdownAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Of the types of the parents the outermost is kept, which differs from real engines: tests rely on it.</summary>
    private string CreateUrn(string parent, string type, string name)
    {
        var outermost = new Urn(parent).QualifiedType.Split('$')[0];
        return $"urn:pulumi:{stack}::{project}::{(outermost.Length == 0 ? "" : outermost + "$")}{type}::{name}";
    }

    private async Task<(string Id, Struct State)> AnswerAsync(string urn, string type, string name, Struct inputs, string provider, string givenId)
    {
        var (id, state) = await mocks.NewResourceAsync(new()
        {
            Type = type,
            Name = name,
            Inputs = KnownValues(inputs),
            Provider = provider,
            Id = givenId,
        }).ConfigureAwait(false);
        return registered[urn] = (id ?? givenId, await SerializeAsync(state).ConfigureAwait(false));
    }

    private async Task<Struct> CallAsync(string token, Struct args, string provider) =>
        await SerializeAsync(await mocks.CallAsync(new() { Token = token, Args = KnownValues(args), Provider = provider }).ConfigureAwait(false))
            .ConfigureAwait(false);

    private Struct Find(string urn) =>
        registered.TryGetValue(urn, out var found)
            ? new()
            {
                Fields =
                {
                    ["urn"] = Value.ForString(urn),
                    ["id"] = Value.ForString(found.Id),
                    ["state"] = Value.ForStruct(found.State),
                },
            }
            : throw new RpcException(RpcStatusCode.NotFound, $"No resource '{urn}' is registered.", []);

    private static ImmutableDictionary<string, object> KnownValues(Struct? values)
    {
        var known = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (key, value) in PropertyMarshaller.Unmarshal(values))
        {
            if (PropertyReader.Read(value, typeof(object), key).Value is { } plain)
                known[key] = plain;
        }

        return known.ToImmutable();
    }

    private static async Task<Struct> SerializeAsync(object answer) =>
        await new Serializer().SerializeAsync("mock", answer).ConfigureAwait(false) is PropertyValue.ObjectValue map
            ? PropertyMarshaller.Marshal(map.Members, MarshalOptions.KeepAll)
            : throw new InvalidOperationException($"The mock answered with a {answer?.GetType()}. Answer with a dictionary by wire name.");
}
