using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Provisioning.Engine.State.Json;

/// <summary>The document that elements are part of.</summary>
/// <param name="root">The whole of it.</param>
/// <param name="where">What messages call it.</param>
/// <param name="file">What messages call the kind of file it is from.</param>
/// <param name="strings">The strings of its names and texts; null to make one for each.</param>
internal sealed class StateSource(JsonElement root, Func<string> where, string file, StringPool? strings = null)
{
    private readonly Dictionary<string, Urn> urns = new(StringComparer.Ordinal);

    /// <summary>What messages call the kind of file it is from.</summary>
    public string File => file;

    /// <summary>The strings of its names and texts; null to make one for each.</summary>
    public StringPool? Strings => strings;

    /// <summary>Reads a URN. Resources refer to each other, so where equal texts are one string, equal URNs are one object as well.</summary>
    public bool TryGetUrn(string text, [NotNullWhen(true)] out Urn? urn)
    {
        if (urns.TryGetValue(text, out urn))
            return true;
        if (!Urn.TryParse(text, out urn))
            return false;
        if (strings is not null)
            urns.Add(text, urn);
        return true;
    }

    /// <summary>The same document with strings of its own.</summary>
    public StateSource WithStrings() => new(root, where, file, new StringPool());

    /// <summary>The way to a value, for messages. It is found again by where the value stands in the text, so that elements need not know it.</summary>
    public string WayTo(JsonElement value)
    {
        var path = new ValuePath();
        var place = JsonMarshal.GetRawUtf8Value(value);
        var holder = root;
        while (JsonMarshal.GetRawUtf8Value(holder) != place && Enter(holder, place, path) is { } inner)
            holder = inner;
        return where() + path;
    }

    /// <summary>Goes to the member or item that a place of the text is in.</summary>
    private static JsonElement? Enter(JsonElement holder, ReadOnlySpan<byte> place, ValuePath path)
    {
        switch (holder.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in holder.EnumerateObject())
                {
                    if (!JsonMarshal.GetRawUtf8Value(member.Value).Overlaps(place))
                        continue;
                    path.Enter(member.Name);
                    return member.Value;
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in holder.EnumerateArray())
                {
                    if (JsonMarshal.GetRawUtf8Value(item).Overlaps(place))
                    {
                        path.Enter(index);
                        return item;
                    }

                    index++;
                }

                break;
        }

        return null;
    }
}
