using System.Net;
using Provisioning.Protocol.Rpc;

namespace Provisioning.Protocol.Grpc;

/// <summary>What a call that ended without a status means (grpc/grpc doc/http-grpc-status-mapping.md and PROTOCOL-HTTP2.md, Errors).</summary>
internal static class TransportFailure
{
    /// <summary>The code for an answer that is no gRPC.</summary>
    public static RpcStatusCode Code(HttpStatusCode status) => (int)status switch
    {
        400 => RpcStatusCode.Internal,
        401 => RpcStatusCode.Unauthenticated,
        403 => RpcStatusCode.PermissionDenied,
        404 => RpcStatusCode.Unimplemented,
        429 or 502 or 503 or 504 => RpcStatusCode.Unavailable,
        _ => RpcStatusCode.Unknown,
    };

    /// <summary>The code for a connection or a stream that broke.</summary>
    public static RpcStatusCode Code(Exception exception) =>
        (exception as HttpProtocolException ?? exception.InnerException as HttpProtocolException)?.ErrorCode switch
        {
            null => RpcStatusCode.Unavailable,
            Http2.RefusedStream => RpcStatusCode.Unavailable,
            Http2.Cancel => RpcStatusCode.Cancelled,
            Http2.EnhanceYourCalm => RpcStatusCode.ResourceExhausted,
            Http2.InadequateSecurity => RpcStatusCode.PermissionDenied,
            _ => RpcStatusCode.Internal,
        };

    /// <summary>Error codes of HTTP/2 (RFC 9113, section 7).</summary>
    private static class Http2
    {
        public const long RefusedStream = 0x7;
        public const long Cancel = 0x8;
        public const long EnhanceYourCalm = 0xb;
        public const long InadequateSecurity = 0xc;
    }
}
