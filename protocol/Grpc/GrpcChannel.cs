using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Provisioning.Protocol.Rpc;

namespace Provisioning.Protocol.Grpc;

/// <summary>
/// A connection to a gRPC server on this machine: plaintext HTTP/2 with prior knowledge. Many calls may run at once.
/// It takes the place of Grpc.Net.Client, which cannot be had everywhere.
/// </summary>
public sealed class GrpcChannel : IDisposable
{
    private readonly HttpClient http;
    private readonly Uri address;

    private GrpcChannel(Uri address, HttpMessageHandler handler)
    {
        this.address = address;
        http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>A channel to an address as Pulumi gives it: <c>host:port</c> without a scheme.</summary>
    public static GrpcChannel ForAddress(string target) => new(new Uri($"http://{target}"), new SocketsHttpHandler
    {
        // A proxy of the environment would be asked for loopback addresses too.
        UseProxy = false,

        // Calls wait for each other, so none may wait for a stream to become free.
        EnableMultipleHttp2Connections = true,
        AutomaticDecompression = DecompressionMethods.None,
    });

    /// <summary>Calls a method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="request">What it is sent.</param>
    /// <param name="timeout">When to give up, also told to the server; null for never.</param>
    /// <param name="cancellationToken">Resets the call.</param>
    /// <exception cref="RpcException">The call failed.</exception>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, TRequest request, TimeSpan? timeout, CancellationToken cancellationToken)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (timeout is { } time)
            deadline.CancelAfter(time);

        try
        {
            using var message = Request(method.Path, request, timeout);
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            return await ReadAsync(response, method.ResponseParser, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RpcException(RpcStatusCode.DeadlineExceeded, $"{method.Path} did not answer within {timeout}.", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException && !cancellationToken.IsCancellationRequested)
        {
            throw new RpcException(RpcStatusCode.Unavailable, $"{address.Authority} cannot be reached: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(string path, IMessage request, TimeSpan? timeout)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(MessageFrame.Encode(request)),
        };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentTypes.Grpc);
        message.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        if (timeout is { } time)
            message.Headers.Add(Deadline.Header, Deadline.Write(time));
        return message;
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, MessageParser<T> parser, CancellationToken cancellationToken)
        where T : class, IMessage<T>
    {
        if (Find(response.Headers, StatusHeaders.Status) is not null)
            ThrowIfFailed(response.Headers, response);
        else if (!ContentTypes.IsGrpc(response.Content.Headers.ContentType?.MediaType))
            throw new RpcException(OfHttp(response.StatusCode), $"The answer is no gRPC: HTTP {(int)response.StatusCode}.");

        using var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        T? message = null;
        RpcException? broken = null;
        try
        {
            message = await MessageFrame.ReadAsync(body, parser, cancellationToken).ConfigureAwait(false);
        }
        catch (RpcException exception)
        {
            // A failed call has no message; its trailers, which come after the body, say why.
            broken = exception;
        }

        ThrowIfFailed(response.TrailingHeaders, response);
        return message ?? throw broken ?? new RpcException(RpcStatusCode.Internal, "The answer holds no message.");
    }

    private static void ThrowIfFailed(HttpResponseHeaders headers, HttpResponseMessage response)
    {
        if (Find(headers, StatusHeaders.Status) is not { } status)
            throw new RpcException(OfHttp(response.StatusCode), $"The answer ended without a status: HTTP {(int)response.StatusCode}.");
        if (StatusHeaders.Read(status, Find(headers, StatusHeaders.Message), Find(headers, StatusHeaders.Details)) is { } failure)
            throw failure;
    }

    private static string? Find(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;

    private static RpcStatusCode OfHttp(HttpStatusCode status) => (int)status switch
    {
        400 => RpcStatusCode.Internal,
        401 => RpcStatusCode.Unauthenticated,
        403 => RpcStatusCode.PermissionDenied,
        404 => RpcStatusCode.Unimplemented,
        429 or 502 or 503 or 504 => RpcStatusCode.Unavailable,
        _ => RpcStatusCode.Unknown,
    };
}
