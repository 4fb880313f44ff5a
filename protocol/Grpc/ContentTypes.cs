namespace Provisioning.Protocol.Grpc;

/// <summary>The media types and encodings of gRPC bodies.</summary>
internal static class ContentTypes
{
    public const string Grpc = "application/grpc";

    /// <summary>The header in which either side says what it can read besides messages that are not compressed.</summary>
    public const string AcceptEncoding = "grpc-accept-encoding";

    /// <summary>Not compressed, the only encoding here: peers are on the same machine.</summary>
    public const string Identity = "identity";

    /// <summary>Whether a media type is gRPC with protobuf messages.</summary>
    public static bool IsGrpc(string? mediaType) => mediaType is Grpc or Grpc + "+proto";
}
