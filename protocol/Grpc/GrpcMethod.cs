using Google.Protobuf;

namespace Provisioning.Protocol.Grpc;

/// <summary>A unary method of a gRPC service, with its messages.</summary>
/// <param name="Service">The service with its package, such as <c>pulumirpc.ResourceMonitor</c>.</param>
/// <param name="Name">The method, such as <c>RegisterResource</c>.</param>
/// <param name="RequestParser">Reads requests.</param>
/// <param name="ResponseParser">Reads responses.</param>
/// <typeparam name="TRequest">The message it takes.</typeparam>
/// <typeparam name="TResponse">The message it returns.</typeparam>
public sealed record GrpcMethod<TRequest, TResponse>(
    string Service,
    string Name,
    MessageParser<TRequest> RequestParser,
    MessageParser<TResponse> ResponseParser)
    where TRequest : class, IMessage<TRequest>
    where TResponse : class, IMessage<TResponse>
{
    /// <summary>The path of its requests; case-sensitive.</summary>
    public string Path => $"/{Service}/{Name}";
}
