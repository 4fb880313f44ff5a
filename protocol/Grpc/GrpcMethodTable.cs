using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http;

namespace Provisioning.Protocol.Grpc;

/// <summary>The methods that a server offers, by path. Thread-safe: a server may get more while it serves.</summary>
public sealed class GrpcMethodTable
{
    private readonly ConcurrentDictionary<string, Func<HttpRequest, CancellationToken, Task<IMessage>>> methods = new(StringComparer.Ordinal);

    /// <summary>Adds a method.</summary>
    public GrpcMethodTable Add<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, Func<TRequest, CancellationToken, Task<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> =>
        Add(method, (request, _, cancellationToken) => handler(request, cancellationToken));

    /// <summary>Adds a method that looks at more than its message.</summary>
    public GrpcMethodTable Add<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, Func<TRequest, ServerCallContext, CancellationToken, Task<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        var added = methods.TryAdd(method.Path, async (http, cancellationToken) =>
        {
            var request = await MessageFrame.ReadAsync(http.Body, method.RequestParser, cancellationToken).ConfigureAwait(false);
            var context = new ServerCallContext(Metadata.Of(http.Headers), Deadline.Read(http.Headers[Deadline.Header]));
            return await handler(request, context, cancellationToken).ConfigureAwait(false);
        });
        return added ? this : throw new ArgumentException($"{method.Path} is served already.", nameof(method));
    }

    /// <summary>Adds a method that answers with nothing.</summary>
    public GrpcMethodTable Add<TRequest>(GrpcMethod<TRequest, Empty> method, Func<TRequest, CancellationToken, Task> handler)
        where TRequest : class, IMessage<TRequest> => Add<TRequest, Empty>(method, async (request, cancellationToken) =>
        {
            await handler(request, cancellationToken).ConfigureAwait(false);
            return new Empty();
        });

    /// <summary>What serves a path; null when nothing does.</summary>
    internal Func<HttpRequest, CancellationToken, Task<IMessage>>? Find(string? path) => path is null ? null : methods.GetValueOrDefault(path);
}
