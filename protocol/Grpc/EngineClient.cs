using Provisioning.Protocol.Services;
using Pulumirpc;

namespace Provisioning.Protocol.Grpc;

/// <summary>What the engine offers besides resources: the service <c>pulumirpc.Engine</c>. Served by another process.</summary>
/// <param name="channel">The connection to it.</param>
public sealed class EngineClient(GrpcChannel channel) : IEngine
{
    /// <inheritdoc/>
    public Task LogAsync(LogRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(EngineMethods.Log, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<GetRootResourceResponse> GetRootResourceAsync(GetRootResourceRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(EngineMethods.GetRootResource, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<SetRootResourceResponse> SetRootResourceAsync(SetRootResourceRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(EngineMethods.SetRootResource, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task StartDebuggingAsync(StartDebuggingRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(EngineMethods.StartDebugging, request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<RequirePulumiVersionResponse> RequirePulumiVersionAsync(RequirePulumiVersionRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(EngineMethods.RequirePulumiVersion, request, null, cancellationToken);
}
