using System.Net.Http.Headers;
using Google.Protobuf;
using Provisioning.Protocol.Rpc;

namespace Provisioning.Protocol.Grpc;

/// <summary>Reads the answer to a unary call: its message or, from headers or trailers, why it failed.</summary>
internal static class ResponseReader
{
    public static async Task<T> ReadAsync<T>(HttpResponseMessage response, MessageParser<T> parser, CancellationToken cancellationToken)
        where T : class, IMessage<T>
    {
        if (Find(response.Headers, StatusHeaders.Status) is not null)
            ThrowIfFailed(response.Headers, response);
        else if (!ContentTypes.IsGrpc(response.Content.Headers.ContentType?.MediaType))
            throw new RpcException(TransportFailure.Code(response.StatusCode), $"The answer is no gRPC: HTTP {(int)response.StatusCode}.");

        using var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        T? message = null;
        RpcException? broken = null;
        try
        {
            message = await MessageFrame.ReadAsync(body, parser, cancellationToken).ConfigureAwait(false);
        }
        catch (RpcException exception)
        {
            // A failed call has no message; its trailers, which come after the body, say why. That this side cannot read an
            // answer must not look like a method that is not served.
            broken = exception.Code == RpcStatusCode.Unimplemented ? new RpcException(RpcStatusCode.Internal, exception.Message, exception) : exception;
        }

        if (broken is null || Find(response.TrailingHeaders, StatusHeaders.Status) is not null)
            ThrowIfFailed(response.TrailingHeaders, response);
        return message ?? throw broken ?? new RpcException(RpcStatusCode.Internal, "The answer holds no message.");
    }

    private static void ThrowIfFailed(HttpResponseHeaders headers, HttpResponseMessage response)
    {
        if (Find(headers, StatusHeaders.Status) is not { } status)
            throw new RpcException(TransportFailure.Code(response.StatusCode), $"The answer ended without a status: HTTP {(int)response.StatusCode}.");
        if (StatusHeaders.Read(status, Find(headers, StatusHeaders.Message), Find(headers, StatusHeaders.Details)) is { } failure)
            throw failure;
    }

    private static string? Find(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
