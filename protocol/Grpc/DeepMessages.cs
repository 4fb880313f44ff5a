using Google.Protobuf;

namespace Provisioning.Protocol.Grpc;

/// <summary>Reads messages however deep the property values in them nest.</summary>
public static class DeepMessages
{
    // A nested Struct costs three levels of protobuf recursion, of which the parser allows 100 unless told otherwise.
    private const int RecursionLimit = 10_000;

    /// <summary>Reads a message.</summary>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no such message.</exception>
    public static T ParseDeep<T>(this MessageParser<T> parser, Stream bytes)
        where T : IMessage<T> =>
        parser.ParseFrom(CodedInputStream.CreateWithLimits(bytes, int.MaxValue, RecursionLimit));
}
