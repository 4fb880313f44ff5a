namespace Provisioning.Protocol.Grpc;

/// <summary>The value of a header whose name ends in <c>-bin</c>: base64 that is sent without padding and read with or without.</summary>
internal static class BinaryHeader
{
    public static string Encode(byte[] value) => Convert.ToBase64String(value).TrimEnd('=');

    /// <summary>The bytes; null when the text is no base64.</summary>
    public static byte[]? Decode(string text)
    {
        var padded = text.TrimEnd('=');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64String(padded, bytes, out var length) ? bytes[..length] : null;
    }
}
