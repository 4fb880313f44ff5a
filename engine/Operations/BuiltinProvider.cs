using Provisioning.Engine.Planning;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Services;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>The engine's own package <c>pulumi</c>: stack references, stashes, and questions about the running deployment.</summary>
/// <remarks>Follows Pulumi's pkg/resource/deploy/builtins.go.</remarks>
/// <param name="stacks">The outputs of other stacks.</param>
/// <param name="resources">The resources of this run.</param>
/// <param name="newId">Makes ids.</param>
internal sealed class BuiltinProvider(IStackOutputsReader stacks, RegisteredResources resources, Func<Guid> newId) : IResourceProvider
{
    private const string StackReferenceType = "pulumi:pulumi:StackReference";

    /// <inheritdoc/>
    public Task<ProviderHandshakeResponse> HandshakeAsync(ProviderHandshakeRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderHandshakeResponse { AcceptSecrets = true, AcceptResources = true });

    /// <inheritdoc/>
    public Task<PluginInfo> GetPluginInfoAsync(CancellationToken cancellationToken) => Task.FromResult(new PluginInfo());

    /// <inheritdoc/>
    public Task<GetSchemaResponse> GetSchemaAsync(GetSchemaRequest request, CancellationToken cancellationToken) => throw Unsupported("GetSchema");

    /// <inheritdoc/>
    public Task<CheckResponse> CheckConfigAsync(CheckRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new CheckResponse { Inputs = request.News });

    /// <inheritdoc/>
    public Task<DiffResponse> DiffConfigAsync(DiffRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new DiffResponse { Changes = DiffResponse.Types.DiffChanges.DiffNone });

    /// <inheritdoc/>
    public Task<ConfigureResponse> ConfigureAsync(ConfigureRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ConfigureResponse { AcceptSecrets = true, AcceptResources = true, SupportsPreview = true });

    /// <inheritdoc/>
    public Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellationToken) =>
        IsStash(request.Type) ? Task.FromResult(StashResource.Check(request)) : throw Unsupported(request.Type);

    /// <inheritdoc/>
    public Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellationToken) =>
        IsStash(request.Type) ? Task.FromResult(StashResource.Diff(request)) : throw Unsupported(request.Type);

    /// <inheritdoc/>
    public Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellationToken) =>
        IsStash(request.Type) ? Task.FromResult(StashResource.Create(request, newId)) : throw Unsupported(request.Type);

    /// <inheritdoc/>
    public Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken) =>
        IsStash(request.Type) ? Task.FromResult(StashResource.Update(request)) : throw Unsupported(request.Type);

    /// <inheritdoc/>
    public Task DeleteAsync(DeleteRequest request, CancellationToken cancellationToken) =>
        IsStash(request.Type) ? Task.CompletedTask : throw Unsupported(request.Type);

    /// <inheritdoc/>
    public async Task<ReadResponse> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        if (IsStash(request.Type))
            return StashResource.Read(request);
        if (request.Type != StackReferenceType)
            throw Unsupported(request.Type);

        var inputs = PropertyMarshaller.Unmarshal(request.Inputs);
        var name = inputs.GetOrNull("name") is PropertyValue.StringValue text ? text.Value : request.Id;
        var outputs = await ReadStackAsync(name, cancellationToken).ConfigureAwait(false);
        return new ReadResponse
        {
            Id = request.Id,
            Inputs = request.Inputs,
            Properties = PropertyMarshaller.Marshal(outputs, MarshalOptions.Provider),
        };
    }

    /// <inheritdoc/>
    public async Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken)
    {
        var args = PropertyMarshaller.Unmarshal(request.Args);
        var result = request.Tok switch
        {
            "pulumi:pulumi:getResource" => DescribeResource(TextOf(args, "urn")),
            "pulumi:pulumi:readStackOutputs" => await ReadStackAsync(TextOf(args, "name"), cancellationToken).ConfigureAwait(false),
            _ => throw Unsupported(request.Tok),
        };
        return new InvokeResponse { Return = PropertyMarshaller.Marshal(result, MarshalOptions.Provider) };
    }

    /// <inheritdoc/>
    public Task<CallResponse> CallAsync(CallRequest request, CancellationToken cancellationToken) => throw Unsupported(request.Tok);

    /// <inheritdoc/>
    public Task<ConstructResponse> ConstructAsync(ConstructRequest request, CancellationToken cancellationToken) => throw Unsupported(request.Type);

    /// <inheritdoc/>
    public Task CancelAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool IsStash(string type) => type == StashResource.Type;

    private static string TextOf(PropertyMap args, string key) => args.GetOrNull(key).WithoutSecrets() is PropertyValue.StringValue text
        ? text.Value
        : throw new RpcException(RpcStatusCode.InvalidArgument, $"The argument '{key}' must be a text.");

    private static RpcException Unsupported(string what) =>
        new(RpcStatusCode.Unimplemented, $"The engine's own package 'pulumi' does not serve '{what}'.");

    private PropertyMap DescribeResource(string urn) => Urn.TryParse(urn, out var parsed) && resources.Find(parsed) is { } found
        ? [
            KeyValuePair.Create<string, PropertyValue>("urn", urn),
            KeyValuePair.Create<string, PropertyValue>("id", found.State.Id),
            KeyValuePair.Create<string, PropertyValue>("state", new PropertyValue.ObjectValue(found.State.Outputs)),
        ]
        : throw new RpcException(RpcStatusCode.NotFound, $"The resource '{urn}' is not registered in this deployment.");

    private async Task<PropertyMap> ReadStackAsync(string name, CancellationToken cancellationToken)
    {
        var outputs = await stacks.ReadAsync(name, cancellationToken).ConfigureAwait(false)
            ?? throw new RpcException(RpcStatusCode.NotFound, $"The stack '{name}' does not exist; check its name (organization/project/stack).");
        var secretNames = outputs.AsEnumerable().Where(output => output.Value is PropertyValue.SecretValue).Select(output => (PropertyValue)output.Key);
        return
        [
            KeyValuePair.Create<string, PropertyValue>("name", name),
            KeyValuePair.Create<string, PropertyValue>("outputs", new PropertyValue.ObjectValue(outputs)),
            KeyValuePair.Create<string, PropertyValue>("secretOutputNames", new PropertyValue.ArrayValue([.. secretNames])),
        ];
    }
}
