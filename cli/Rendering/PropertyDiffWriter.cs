using Provisioning.Protocol.Values;
using Spectre.Console;

namespace Provisioning.Cli.Rendering;

/// <summary>
/// Writes properties, or the difference between two sets of them, in the manner of <c>--diff</c>: additions green,
/// deletions red, changes yellow as <c>old => new</c>. Secrets show only that they differ.
/// </summary>
/// <param name="console">Where it is written.</param>
internal sealed class PropertyDiffWriter(IAnsiConsole console)
{
    private const int Step = 4;

    private enum Change
    {
        None,
        Added,
        Removed,
        Changed,
    }

    /// <summary>Writes all members of a map.</summary>
    public void WriteAll(PropertyMap map, int indent)
    {
        var width = Width(map.Keys);
        foreach (var (key, value) in Visible(map))
            WriteValue(key.PadRight(width) + ": ", value, indent, Change.None);
    }

    /// <summary>Writes the members that differ.</summary>
    public void WriteDiff(PropertyMap old, PropertyMap @new, int indent)
    {
        var keys = old.Keys.Union(@new.Keys, StringComparer.Ordinal)
            .Where(key => !IsInternal(key) && !old.GetOrNull(key).Equals(@new.GetOrNull(key)))
            .Order(StringComparer.Ordinal)
            .ToList();
        var width = Width(keys);
        foreach (var key in keys)
            WriteMember(key.PadRight(width) + ": ", old.GetValueOrDefault(key), @new.GetValueOrDefault(key), indent);
    }

    private void WriteMember(string title, PropertyValue? old, PropertyValue? @new, int indent)
    {
        switch (old, @new)
        {
            case (null or PropertyValue.NullValue, { } added):
                WriteValue(title, added, indent, Change.Added);
                break;
            case ({ } removed, null or PropertyValue.NullValue):
                WriteValue(title, removed, indent, Change.Removed);
                break;
            case (PropertyValue.ObjectValue before, PropertyValue.ObjectValue after):
                WriteLine(title + "{", indent, Change.Changed);
                WriteDiff(before.Members, after.Members, indent + Step);
                WriteLine("}", indent, Change.None);
                break;
            case (PropertyValue.ArrayValue before, PropertyValue.ArrayValue after):
                WriteLine(title + "[", indent, Change.Changed);
                WriteItems(before, after, indent + Step);
                WriteLine("]", indent, Change.None);
                break;
            case ({ } before, { } after):
                WriteLine($"{title}{Inline(before, after)} => {Inline(after, before)}", indent, Change.Changed);
                break;
            default:
                break;
        }
    }

    /// <summary>A value of which another state is known; what is secret in one is not shown of the other.</summary>
    private static string Inline(PropertyValue value, PropertyValue other) =>
        other is PropertyValue.SecretValue ? PropertyText.Secret : PropertyText.Inline(value);

    private void WriteItems(PropertyValue.ArrayValue before, PropertyValue.ArrayValue after, int indent)
    {
        for (var index = 0; index < Math.Max(before.Items.Length, after.Items.Length); index++)
        {
            var old = index < before.Items.Length ? before.Items[index] : null;
            var @new = index < after.Items.Length ? after.Items[index] : null;
            if (!Equals(old, @new))
                WriteMember($"[{index}]: ", old, @new, indent);
        }
    }

    private void WriteValue(string title, PropertyValue value, int indent, Change change)
    {
        switch (value)
        {
            case PropertyValue.ObjectValue { Members.Count: > 0 } @object:
                WriteLine(title + "{", indent, change);
                var width = Width(@object.Members.Keys);
                foreach (var (key, member) in Visible(@object.Members))
                    WriteValue(key.PadRight(width) + ": ", member, indent + Step, change);
                WriteLine("}", indent, change == Change.None ? Change.None : change);
                break;
            case PropertyValue.ArrayValue { Items.Length: > 0 } array:
                WriteLine(title + "[", indent, change);
                for (var index = 0; index < array.Items.Length; index++)
                    WriteValue($"[{index}]: ", array.Items[index], indent + Step, change);
                WriteLine("]", indent, change);
                break;
            default:
                WriteLine(title + PropertyText.Inline(value), indent, change);
                break;
        }
    }

    // The symbol takes the last two columns of the indentation.
    private void WriteLine(string text, int indent, Change change)
    {
        var (symbol, color) = change switch
        {
            Change.None => ("  ", "default"),
            Change.Added => ("+ ", "green"),
            Change.Removed => ("- ", "maroon"),
            Change.Changed => ("~ ", "yellow"),
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "Unknown change."),
        };
        console.Write(new Text(new string(' ', indent - 2) + symbol + text, Style.Parse(color)));
        console.WriteLine();
    }

    private static IEnumerable<KeyValuePair<string, PropertyValue>> Visible(PropertyMap map) =>
        map.Where(member => !IsInternal(member.Key) && member.Value is not PropertyValue.NullValue);

    private static bool IsInternal(string key) => key.StartsWith("__", StringComparison.Ordinal);

    private static int Width(IEnumerable<string> keys) => keys.Where(key => !IsInternal(key)).Select(key => key.Length).DefaultIfEmpty().Max();
}
