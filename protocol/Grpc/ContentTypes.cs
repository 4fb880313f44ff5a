namespace Provisioning.Protocol.Grpc;

/// <summary>The media types of gRPC bodies.</summary>
internal static class ContentTypes
{
    public const string Grpc = "application/grpc";

    /// <summary>Whether a media type is gRPC with protobuf messages.</summary>
    public static bool IsGrpc(string? mediaType) => mediaType is Grpc or Grpc + "+proto";
}
