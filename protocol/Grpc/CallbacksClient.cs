using Provisioning.Protocol.Services;
using Pulumirpc;

namespace Provisioning.Protocol.Grpc;

/// <summary>Functions of a program: the service <c>pulumirpc.Callbacks</c>. Served by another process.</summary>
/// <param name="channel">The connection to it.</param>
public sealed class CallbacksClient(GrpcChannel channel) : ICallbacks
{
    /// <inheritdoc/>
    public Task<CallbackInvokeResponse> InvokeAsync(CallbackInvokeRequest request, CancellationToken cancellationToken) =>
        channel.CallAsync(CallbacksMethods.Invoke, request, null, cancellationToken);
}
