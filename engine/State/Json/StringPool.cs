using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Unicode;

namespace Provisioning.Engine.State.Json;

/// <summary>
/// Gives equal texts of a document as one string, without making another: a state repeats the names of properties, URNs
/// and most values, such as ids, at many resources. Not thread-safe.
/// </summary>
internal sealed class StringPool
{
    private const int LongestText = 512;

    private readonly char[] buffer = new char[LongestText];
    private readonly HashSet<string> strings = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public StringPool() => lookup = strings.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Finds or adds the string of a text of JSON; false when it has escapes, is very long, or is no UTF-8.</summary>
    public bool TryGet(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (utf8.Contains((byte)'\\') || Utf8.ToUtf16(utf8, buffer, out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done)
            return false;

        var characters = buffer.AsSpan(0, length);
        if (!lookup.TryGetValue(characters, out text))
            strings.Add(text = characters.ToString());
        return true;
    }
}
