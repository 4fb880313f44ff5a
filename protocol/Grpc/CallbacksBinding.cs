using Provisioning.Protocol.Services;

namespace Provisioning.Protocol.Grpc;

/// <summary>Offers <see cref="ICallbacks"/> of this process on a server.</summary>
public static class CallbacksBinding
{
    /// <summary>Adds its method.</summary>
    public static GrpcMethodTable AddCallbacks(this GrpcMethodTable methods, ICallbacks service) =>
        methods.Add(CallbacksMethods.Invoke, service.InvokeAsync);
}
