using System.Buffers.Binary;
using Google.Protobuf;
using Provisioning.Protocol.Rpc;

namespace Provisioning.Protocol.Grpc;

/// <summary>
/// The framing of messages in a body: one byte of flags, four bytes of length (big-endian), the message
/// (grpc/grpc doc/PROTOCOL-HTTP2.md). Unary calls have exactly one frame each way; compression is refused.
/// </summary>
internal static class MessageFrame
{
    /// <summary>Pulumi's limit for a message on every connection: 400 MiB.</summary>
    public const int MaximumBytes = 400 * 1024 * 1024;

    private const int HeaderBytes = 5;

    /// <summary>The frame of a message.</summary>
    public static byte[] Encode(IMessage message)
    {
        var size = message.CalculateSize();
        var frame = new byte[HeaderBytes + size];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)size);
        message.WriteTo(frame.AsSpan(HeaderBytes));
        return frame;
    }

    /// <summary>Reads the one frame of a body.</summary>
    /// <exception cref="RpcException">The body is no such frame.</exception>
    public static async Task<T> ReadAsync<T>(Stream body, MessageParser<T> parser, CancellationToken cancellationToken)
        where T : IMessage<T>
    {
        var header = new byte[HeaderBytes];
        if (await body.ReadAtLeastAsync(header, HeaderBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < HeaderBytes)
            throw new RpcException(RpcStatusCode.Internal, "The body ended before its message began.");
        if (header[0] != 0)
            throw new RpcException(RpcStatusCode.Unimplemented, "Compressed messages are not supported; send with grpc-encoding identity.");

        var length = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(1));
        if (length > MaximumBytes)
            throw new RpcException(RpcStatusCode.ResourceExhausted, $"A message of {length} bytes exceeds the limit of {MaximumBytes} bytes.");

        using var message = await ReadMessageAsync(body, (int)length, cancellationToken).ConfigureAwait(false);
        if (await body.ReadAsync(header.AsMemory(0, 1), cancellationToken).ConfigureAwait(false) != 0)
            throw new RpcException(RpcStatusCode.Unimplemented, "A second message follows in a unary call.");

        try
        {
            return parser.ParseDeep(message);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new RpcException(RpcStatusCode.Internal, $"The message is no {typeof(T).Name}: {exception.Message}", exception);
        }
    }

    private static async Task<MemoryStream> ReadMessageAsync(Stream body, int length, CancellationToken cancellationToken)
    {
        // The length comes from the peer: memory grows with what arrives, not with what is announced.
        var message = new MemoryStream(Math.Min(length, 64 * 1024));
        var buffer = new byte[Math.Min(Math.Max(length, 1), 64 * 1024)];
        while (message.Length < length)
        {
            var wanted = (int)Math.Min(buffer.Length, length - message.Length);
            var read = await body.ReadAsync(buffer.AsMemory(0, wanted), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                throw new RpcException(RpcStatusCode.Internal, $"The body ended after {message.Length} of {length} bytes of its message.");
            message.Write(buffer, 0, read);
        }

        message.Position = 0;
        return message;
    }
}
