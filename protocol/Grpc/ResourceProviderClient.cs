using Google.Protobuf.WellKnownTypes;
using Provisioning.Protocol.Services;
using Pulumirpc;

namespace Provisioning.Protocol.Grpc;

/// <summary>One package of resources: the service <c>pulumirpc.ResourceProvider</c>. Served by another process.</summary>
/// <param name="channel">The connection to it, which is closed with this client.</param>
public sealed class ResourceProviderClient(GrpcChannel channel) : IResourceProvider
{
    /// <inheritdoc/>
    public Task<ProviderHandshakeResponse> HandshakeAsync(ProviderHandshakeRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceProviderMethods.Handshake, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task AttachAsync(PluginAttach request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceProviderMethods.Attach, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<ParameterizeResponse> ParameterizeAsync(ParameterizeRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceProviderMethods.Parameterize, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<GetSchemaResponse> GetSchemaAsync(GetSchemaRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceProviderMethods.GetSchema, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<CheckResponse> CheckConfigAsync(CheckRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceProviderMethods.CheckConfig, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<DiffResponse> DiffConfigAsync(DiffRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceProviderMethods.DiffConfig, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<ConfigureResponse> ConfigureAsync(ConfigureRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceProviderMethods.Configure, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceProviderMethods.Invoke, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<CallResponse> CallAsync(CallRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceProviderMethods.Call, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceProviderMethods.Check, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceProviderMethods.Diff, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceProviderMethods.Create, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<ReadResponse> ReadAsync(ReadRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceProviderMethods.Read, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceProviderMethods.Update, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(DeleteRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceProviderMethods.Delete, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<ConstructResponse> ConstructAsync(ConstructRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceProviderMethods.Construct, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task CancelAsync(CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceProviderMethods.Cancel, new Empty(), null, cancellationToken);

    /// <inheritdoc/>
    public Task<PluginInfo> GetPluginInfoAsync(CancellationToken cancellationToken) =>
        channel.CallAsync(ResourceProviderMethods.GetPluginInfo, new Empty(), null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        channel.Dispose();
        return ValueTask.CompletedTask;
    }
}
