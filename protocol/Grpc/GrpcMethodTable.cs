using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace Provisioning.Protocol.Grpc;

/// <summary>The methods that a server offers, by path.</summary>
public sealed class GrpcMethodTable
{
    private readonly Dictionary<string, Func<HttpRequest, CancellationToken, Task<IMessage>>> methods = new(StringComparer.Ordinal);

    /// <summary>Adds a method.</summary>
    public GrpcMethodTable Add<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, Func<TRequest, CancellationToken, Task<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        methods.Add(method.Path, async (http, cancellationToken) =>
        {
            var request = await MessageFrame.ReadAsync(http.Body, method.RequestParser, cancellationToken).ConfigureAwait(false);
            return await handler(request, cancellationToken).ConfigureAwait(false);
        });
        return this;
    }

    /// <summary>What serves a path; null when nothing does.</summary>
    internal Func<HttpRequest, CancellationToken, Task<IMessage>>? Find(string? path) => path is null ? null : methods.GetValueOrDefault(path);
}
