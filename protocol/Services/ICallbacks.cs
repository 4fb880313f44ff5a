using Pulumirpc;

namespace Provisioning.Protocol.Services;

/// <summary>Functions of a program that the engine calls: the service <c>pulumirpc.Callbacks</c>.</summary>
public interface ICallbacks
{
    /// <summary>Calls the function that the token names; request and response are messages in bytes.</summary>
    Task<CallbackInvokeResponse> InvokeAsync(CallbackInvokeRequest request, CancellationToken cancellationToken);
}
