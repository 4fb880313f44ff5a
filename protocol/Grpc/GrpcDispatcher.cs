using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Provisioning.Protocol.Rpc;

namespace Provisioning.Protocol.Grpc;

/// <summary>Answers the requests of a server.</summary>
/// <param name="methods">What it serves.</param>
/// <param name="stopping">Cancelled when the server stops: running calls end and say so.</param>
internal sealed class GrpcDispatcher(GrpcMethodTable methods, CancellationToken stopping)
{
    /// <summary>How much of an answer is handed over at a time; the rest waits until the client has room for it.</summary>
    private const int PieceBytes = 1024 * 1024;

    /// <summary>Answers one request.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !ContentTypes.IsGrpc(context.Request.ContentType?.Split(';')[0].Trim()))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        context.Response.ContentType = ContentTypes.Grpc;
        context.Response.Headers[ContentTypes.AcceptEncoding] = ContentTypes.Identity;
        try
        {
            var handler = methods.Find(context.Request.Path.Value)
                ?? throw new RpcException(RpcStatusCode.Unimplemented, $"{context.Request.Path} is not served here.");
            var response = await CallAsync(context, handler).ConfigureAwait(false);
            await WriteAsync(context.Response, MessageFrame.Encode(response), context.RequestAborted).ConfigureAwait(false);
        }
        catch (RpcException exception)
        {
            foreach (var (name, value) in StatusHeaders.Of(exception))
                context.Response.Headers[name] = value;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller reset the call; there is nobody to answer.
        }
    }

    private async Task<IMessage> CallAsync(HttpContext context, Func<HttpRequest, CancellationToken, Task<IMessage>> handler)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        if (Deadline.Read(context.Request.Headers[Deadline.Header]) is { } timeout)
            ending.CancelAfter(Deadline.ForTimer(timeout));

        try
        {
            return await handler(context.Request, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            throw stopping.IsCancellationRequested ? new RpcException(RpcStatusCode.Unavailable, "The server is stopping.", exception)
                : ending.IsCancellationRequested ? new RpcException(RpcStatusCode.DeadlineExceeded, "The deadline of the call passed.", exception)
                : new RpcException(RpcStatusCode.Cancelled, "The call was cancelled.", exception);
        }
        catch (Exception exception) when (exception is not (RpcException or OperationCanceledException))
        {
            // To the caller a bug of a handler is a call whose effect is not known.
            throw new RpcException(RpcStatusCode.Unknown, exception.Message, exception);
        }
    }

    private static async Task WriteAsync(HttpResponse response, ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        for (; !frame.IsEmpty; frame = frame[Math.Min(PieceBytes, frame.Length)..])
            await response.Body.WriteAsync(frame[..Math.Min(PieceBytes, frame.Length)], cancellationToken).ConfigureAwait(false);

        response.AppendTrailer(StatusHeaders.Status, "0");
    }
}
