using Pulumirpc;

namespace Provisioning.Protocol.Grpc;

/// <summary>The methods of <c>pulumirpc.Callbacks</c> as they are called on the wire.</summary>
internal static class CallbacksMethods
{
    public static readonly GrpcMethod<CallbackInvokeRequest, CallbackInvokeResponse> Invoke =
        new("pulumirpc.Callbacks", "Invoke", CallbackInvokeRequest.Parser, CallbackInvokeResponse.Parser);
}
