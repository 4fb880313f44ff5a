using System.Globalization;
using System.Text;
using Google.Protobuf;
using Google.Rpc;
using Provisioning.Protocol.Rpc;

namespace Provisioning.Protocol.Grpc;

/// <summary>The headers or trailers that tell how a call ended.</summary>
internal static class StatusHeaders
{
    public const string Status = "grpc-status";
    public const string Message = "grpc-message";
    public const string Details = "grpc-status-details-bin";

    /// <summary>The headers of a failure.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(RpcException exception)
    {
        yield return KeyValuePair.Create(Status, ((int)exception.Code).ToString(CultureInfo.InvariantCulture));
        yield return KeyValuePair.Create(Message, Encode(exception.Message));
        if (exception.Details.Count > 0)
        {
            // Peers prefer the embedded status to the headers, so it repeats them.
            var status = new Status { Code = (int)exception.Code, Message = exception.Message, Details = { exception.Details } };
            yield return KeyValuePair.Create(Details, BinaryHeader.Encode(status.ToByteArray()));
        }
    }

    /// <summary>The failure that headers tell of; null for success.</summary>
    /// <param name="status">The value of <see cref="Status"/>.</param>
    /// <param name="message">The value of <see cref="Message"/>; null when absent.</param>
    /// <param name="details">The value of <see cref="Details"/>; null when absent.</param>
    public static RpcException? Read(string status, string? message, string? details)
    {
        var code = int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((RpcStatusCode)number)
            ? (RpcStatusCode)number
            : RpcStatusCode.Unknown;
        if (code == RpcStatusCode.Ok)
            return null;

        var text = Decode(message ?? "");
        return details is not null && TryReadStatus(details) is { } detailed
            ? new RpcException(code, detailed.Message.Length > 0 ? detailed.Message : text, [.. detailed.Details], null)
            : new RpcException(code, text);
    }

    /// <summary>Percent-encodes the UTF-8 bytes that a header cannot hold.</summary>
    public static string Encode(string message)
    {
        var result = new StringBuilder(message.Length);
        foreach (var value in Encoding.UTF8.GetBytes(message))
        {
            if (value is >= 0x20 and <= 0x7e and not (byte)'%')
                result.Append((char)value);
            else
                result.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        }

        return result.ToString();
    }

    /// <summary>Decodes a message; what is no valid encoding stays as it is.</summary>
    public static string Decode(string message)
    {
        var bytes = new List<byte>(message.Length);
        for (var index = 0; index < message.Length; index++)
        {
            if (message[index] == '%' && index + 2 < message.Length
                && byte.TryParse(message.AsSpan(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                index += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(message[index].ToString()));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static Status? TryReadStatus(string details)
    {
        try
        {
            return BinaryHeader.Decode(details) is { } bytes ? Google.Rpc.Status.Parser.ParseFrom(bytes) : null;
        }
        catch (InvalidProtocolBufferException)
        {
            // Details are an addition; the status itself is in the other headers.
            return null;
        }
    }
}
