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
    /// <summary>Details of a failure hold the properties of a resource, in a header.</summary>
    private const int HeadersKilobytes = 16 * 1024;

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
        MaxResponseHeadersLength = HeadersKilobytes,
    });

    /// <summary>Calls a method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="request">What it is sent.</param>
    /// <param name="options">Metadata and when to give up; null for neither.</param>
    /// <param name="cancellationToken">Resets the call.</param>
    /// <exception cref="RpcException">The call failed.</exception>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, TRequest request, CallOptions? options, CancellationToken cancellationToken)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (options?.Timeout is { } timeout)
            ending.CancelAfter(Deadline.ForTimer(timeout));

        try
        {
            using var message = Request(method.Path, request, options);
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ending.Token).ConfigureAwait(false);
            return await ResponseReader.ReadAsync(response, method.ResponseParser, ending.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw ending.IsCancellationRequested
                ? new RpcException(RpcStatusCode.DeadlineExceeded, $"{method.Path} did not answer within {options?.Timeout}.", exception)
                : new RpcException(TransportFailure.Code(exception), $"The connection to {address.Authority} failed: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(string path, IMessage request, CallOptions? options)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(MessageFrame.Encode(request)),
        };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentTypes.Grpc);
        message.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        message.Headers.Add(ContentTypes.AcceptEncoding, ContentTypes.Identity);
        if (options?.Timeout is { } timeout)
            message.Headers.Add(Deadline.Header, Deadline.Write(timeout));
        options?.Headers?.AddTo(message.Headers);
        return message;
    }
}
