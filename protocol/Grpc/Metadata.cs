using System.Collections;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;

namespace Provisioning.Protocol.Grpc;

/// <summary>
/// What travels with a call beside its message: names in lower case with text values or, where the name ends in <c>-bin</c>, bytes.
/// Names may repeat.
/// </summary>
public sealed class Metadata : IEnumerable<KeyValuePair<string, string>>
{
    private const string BinarySuffix = "-bin";
    private readonly List<KeyValuePair<string, string>> entries = [];

    /// <summary>Adds a text of printable ASCII characters.</summary>
    /// <exception cref="ArgumentException">The name or the value cannot travel as metadata.</exception>
    public void Add(string key, string value)
    {
        if (IsBinary(key))
            throw new ArgumentException($"The metadata {key} holds bytes, as its name says; give it bytes.", nameof(value));
        if (value.Any(character => character is < ' ' or > '~'))
            throw new ArgumentException($"The metadata {key} holds characters that are not printable ASCII; use a name that ends in {BinarySuffix}.", nameof(value));

        entries.Add(KeyValuePair.Create(Validate(key), value));
    }

    /// <summary>Adds bytes under a name that ends in <c>-bin</c>.</summary>
    /// <exception cref="ArgumentException">The name cannot hold bytes.</exception>
    public void Add(string key, byte[] value)
    {
        if (!IsBinary(key))
            throw new ArgumentException($"The metadata {key} cannot hold bytes; use a name that ends in {BinarySuffix}.", nameof(key));

        entries.Add(KeyValuePair.Create(Validate(key), BinaryHeader.Encode(value)));
    }

    /// <summary>The last text with a name; null when there is none.</summary>
    public string? GetValue(string key) => IsBinary(key) ? null : Last(key);

    /// <summary>The last bytes with a name; null when there are none, or when they were sent as no base64.</summary>
    public byte[]? GetValueBytes(string key) => IsBinary(key) && Last(key) is { } text ? BinaryHeader.Decode(text) : null;

    /// <summary>The entries as they travel: bytes in base64.</summary>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => entries.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The metadata of a request that arrived.</summary>
    internal static Metadata Of(IHeaderDictionary headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers)
        {
            var key = name.ToLowerInvariant();
            if (IsOfTheProtocol(key))
                continue;

            // Peers may join the values of one name with commas, which base64 does not have.
            foreach (var value in IsBinary(key) ? values.SelectMany(joined => (joined ?? "").Split(',')) : values)
                metadata.entries.Add(KeyValuePair.Create(key, (value ?? "").Trim()));
        }

        return metadata;
    }

    /// <summary>Writes the metadata to a request.</summary>
    internal void AddTo(HttpRequestHeaders headers)
    {
        foreach (var (key, value) in entries)
            headers.TryAddWithoutValidation(key, value);
    }

    private string? Last(string key) => entries.FindLast(entry => entry.Key == key).Value;

    private static bool IsBinary(string key) => key.EndsWith(BinarySuffix, StringComparison.Ordinal);

    private static bool IsOfTheProtocol(string key) =>
        key.StartsWith(':') || key.StartsWith("grpc-", StringComparison.Ordinal) || key is "te" or "content-type" or "content-length" or "host";

    private static string Validate(string key) =>
        key.Length > 0 && key.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '_' or '.')
            && !IsOfTheProtocol(key)
            ? key
            : throw new ArgumentException($"'{key}' is no name of metadata: lower-case letters, digits, '-', '_' and '.', not beginning with grpc-.", nameof(key));
}
