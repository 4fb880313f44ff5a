using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Provisioning.Engine.Projects.Yaml;

/// <summary>
/// Changes one value in a YAML text and leaves every other character alone. What is written in flow style, or shared
/// by an alias, is rewritten as a whole. Immutable.
/// </summary>
/// <param name="path">The file, for messages.</param>
/// <param name="text">Its text.</param>
internal sealed class YamlEditor(string path, string text)
{
    private readonly string newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>The text with all changes.</summary>
    public string Text => text;

    /// <summary>Sets a value; maps and lists on the way are made.</summary>
    public YamlEditor Set(ReadOnlySpan<ConfigPath.Step> steps, ConfigValue value)
    {
        var file = Parse();
        var (container, depth, _) = Descend(file, steps);
        var rest = steps[(depth + 1)..];
        switch (container, steps[depth])
        {
            case (YamlMappingNode map, ConfigPath.Step.Member(var name)):
                return FindEntry(map, name) is { } entry
                    ? ReplaceValue(entry, ConfigEdits.Set(rest is [] ? null : file.Value(entry.Value), rest, value))
                    : InsertEntry(map, name, ConfigEdits.Set(null, rest, value), isRoot: depth == 0);

            case (YamlSequenceNode list, ConfigPath.Step.Index(var position)):
                if (position > list.Children.Count)
                    throw file.Fail(list, $"the item {position} cannot be set: the list has {list.Children.Count} items, and only the next one can be added.");
                return position == list.Children.Count
                    ? AppendItem(list, ConfigEdits.Set(null, rest, value))
                    : ReplaceItem(list.Children[position], ConfigEdits.Set(rest is [] ? null : file.Value(list.Children[position]), rest, value));

            default:
                throw file.Fail(container, $"the value cannot be set, because what should hold it is not a {(steps[depth] is ConfigPath.Step.Member ? "map" : "list")}.");
        }
    }

    /// <summary>Removes a value; nothing changes when there is none. A map or list that loses its last entry stays, empty.</summary>
    public YamlEditor Remove(ReadOnlySpan<ConfigPath.Step> steps)
    {
        var file = Parse();
        if (ConfigEdits.Find(file.Value(file.Root), steps) is null)
            return this;

        var (container, depth, holder) = Descend(file, steps);
        if (depth == steps.Length - 1 && RemoveLines(container, steps[depth], holder) is { } removed)
            return removed;

        // A value in flow style, or one that shares its line with what holds it: write what holds it anew.
        var keep = depth == steps.Length - 1 ? depth : depth + 1;
        var outer = ConfigEdits.Find(file.Value(file.Root), steps[..keep]) ?? throw new InvalidOperationException("A value that was found has nothing that holds it.");
        return Set(steps[..keep], ConfigEdits.Remove(outer, steps[keep..]));
    }

    private YamlFile Parse() => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        ? throw new ProjectException($"{path}: only YAML files can be changed; edit this one by hand, or rename it to .yaml.")
        : YamlFile.Parse(path, text);

    /// <summary>
    /// The innermost block-style map or list on the way to a value, how many steps lead to it, and the entry whose
    /// value it is, if it is one's.
    /// </summary>
    private (YamlNode Container, int Depth, Entry? Holder) Descend(YamlFile file, ReadOnlySpan<ConfigPath.Step> steps)
    {
        YamlNode node = file.Root;
        Entry? holder = null;
        var depth = 0;
        for (; depth < steps.Length - 1; depth++)
        {
            var entry = (node, steps[depth]) is (YamlMappingNode map, ConfigPath.Step.Member(var name)) ? FindEntry(map, name) : null;
            var child = (node, steps[depth]) switch
            {
                (YamlSequenceNode list, ConfigPath.Step.Index(var position)) => list.Children.ElementAtOrDefault(position),
                _ => entry is { IsAlias: false } ? entry.Value : null,
            };
            if (child is null || !IsBlock(file, child))
                break;
            (node, holder) = (child, entry);
        }

        return (node, depth, holder);
    }

    private bool IsBlock(YamlFile file, YamlNode node) => node switch
    {
        YamlMappingNode map => map is { Style: MappingStyle.Block, Children.Count: > 0 } && file.Value(map) is ConfigValue.Map,
        YamlSequenceNode list => list is { Style: SequenceStyle.Block, Children.Count: > 0 } && HasPlainItems(list),
        _ => false,
    };

    /// <summary>Whether every item stands right behind its own dash; aliases and empty items do not.</summary>
    private bool HasPlainItems(YamlSequenceNode list)
    {
        var previous = -1;
        foreach (var item in list.Children)
        {
            var dash = DashBefore(item);
            if (dash <= previous)
                return false;
            previous = dash;
        }

        return true;
    }

    private int DashBefore(YamlNode item)
    {
        var position = Start(item) - 1;
        while (position >= 0 && char.IsWhiteSpace(text[position]))
            position--;
        return position >= 0 && text[position] == '-' ? position : -1;
    }

    private Entry? FindEntry(YamlMappingNode map, string name)
    {
        foreach (var (key, value) in map.Children)
        {
            if (key is YamlScalarNode scalar && scalar.Value == name)
                return new Entry(key, value, text.IndexOf(':', (int)key.End.Index) + 1);
        }

        return null;
    }

    private YamlEditor ReplaceValue(Entry entry, ConfigValue value)
    {
        var written = YamlText.AfterKey(value, Column(entry.Key), newLine);
        var end = End(entry.Value, entry.ColonEnd);
        var staysOnLine = written[0] == ' ' && Start(entry.Value) >= entry.ColonEnd && Start(entry.Value) < end
            && entry.Value.Start.Line == entry.Key.Start.Line;
        return staysOnLine ? Splice(Start(entry.Value), end, written[1..]) : Splice(entry.ColonEnd, end, written);
    }

    private YamlEditor ReplaceItem(YamlNode item, ConfigValue value) =>
        Splice(Start(item), End(item, Start(item)), YamlText.AfterDash(value, Column(item), newLine));

    private YamlEditor InsertEntry(YamlMappingNode map, string name, ConfigValue value, bool isRoot)
    {
        if (map.Children.Count == 0)
            return Append($"{YamlText.Quote(name)}:{YamlText.AfterKey(value, 0, newLine)}{newLine}");

        if (map.Style == MappingStyle.Flow)
            throw new ProjectException($"{path}: the file is one map in braces; write it as lines of 'key: value' to have it changed.");

        var first = map.Children[0].Key;
        var entry = $"{YamlText.Quote(name)}:{YamlText.AfterKey(value, Column(first), newLine)}";
        if (isRoot && name != "config")
            return Splice(Start(first), Start(first), entry + newLine);

        var (key, last) = map.Children[^1];
        var end = LineEnd(End(last, text.IndexOf(':', (int)key.End.Index) + 1));
        return Splice(end, end, newLine + YamlText.Blanks(Column(first)) + entry);
    }

    private YamlEditor AppendItem(YamlSequenceNode list, ConfigValue value)
    {
        var column = ColumnAt(DashBefore(list.Children[0]));
        var end = LineEnd(End(list.Children[^1], 0));
        return Splice(end, end, $"{newLine}{YamlText.Blanks(column)}- {YamlText.AfterDash(value, column + 2, newLine)}");
    }

    /// <summary>
    /// Removes the lines of an entry, and when it was the only one says that what held it is empty. Null when it shares
    /// its first line with something else, or is the only one of an item of a list.
    /// </summary>
    private YamlEditor? RemoveLines(YamlNode container, ConfigPath.Step step, Entry? holder)
    {
        var (count, empty) = container is YamlMappingNode entries ? (entries.Children.Count, " {}") : (((YamlSequenceNode)container).Children.Count, " []");
        var (start, end) = (container, step) switch
        {
            (YamlMappingNode map, ConfigPath.Step.Member(var name)) when FindEntry(map, name) is { } entry => (Start(entry.Key), End(entry.Value, entry.ColonEnd)),
            (YamlSequenceNode list, ConfigPath.Step.Index(var position)) => (DashBefore(list.Children[position]), End(list.Children[position], 0)),
            _ => throw new InvalidOperationException($"Unhandled step {step}."),
        };
        var lineStart = start - ColumnAt(start);
        var sharesLine = text.AsSpan(lineStart, start - lineStart).ContainsAnyExcept(' ');
        if (sharesLine || container is YamlMappingNode { Style: MappingStyle.Flow } || (count == 1 && holder is null && lineStart < start))
            return null;

        var next = text.IndexOf('\n', end);
        var removed = Splice(lineStart, next < 0 ? text.Length : next + 1, "");
        return count > 1 || holder is null ? removed : removed.Splice(holder.ColonEnd, holder.ColonEnd, empty);
    }

    private YamlEditor Append(string entry) =>
        new(path, text.Length == 0 || text[^1] == '\n' ? text + entry : text + newLine + entry);

    private YamlEditor Splice(int start, int end, string replacement) =>
        new(path, string.Concat(text.AsSpan(0, start), replacement, text.AsSpan(end)));

    /// <summary>Where a value's last character ends; the parser's own mark of a block lies behind comments that follow it.</summary>
    private int End(YamlNode node, int floor)
    {
        if (Start(node) < floor)
            return AliasEnd(floor);

        var end = node switch
        {
            YamlMappingNode { Style: MappingStyle.Block } map => End(map.Children[^1].Value, text.IndexOf(':', (int)map.Children[^1].Key.End.Index) + 1),
            YamlSequenceNode { Style: SequenceStyle.Block } list => End(list.Children[^1], Start(list) + 1),
            YamlMappingNode map => FlowEnd(map.Children.Count == 0 ? Start(map) + 1 : End(map.Children[^1].Value, (int)map.Children[^1].Key.End.Index)),
            YamlSequenceNode list => FlowEnd(list.Children.Count == 0 ? Start(list) + 1 : End(list.Children[^1], Start(list) + 1)),
            _ when node.Start.Index == node.End.Index => floor,
            _ => (int)node.End.Index,
        };
        while (end > floor && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }

    /// <summary>The position behind the bracket that closes a map or list; only blanks, commas and comments can come before it.</summary>
    private int FlowEnd(int position)
    {
        while (text[position] is not ('}' or ']'))
            position = text[position] == '#' ? LineEnd(position) : position + 1;
        return position + 1;
    }

    private int AliasEnd(int floor)
    {
        var star = text.IndexOf('*', floor);
        var length = text.AsSpan(star).IndexOfAny(" \r\n,]}");
        return length < 0 ? text.Length : star + length;
    }

    private int LineEnd(int position)
    {
        var end = text.IndexOf('\n', position);
        if (end < 0)
            return text.Length;
        return end > position && text[end - 1] == '\r' ? end - 1 : end;
    }

    private int ColumnAt(int position) => position - (position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1);

    private int Column(YamlNode node) => ColumnAt(Start(node));

    private static int Start(YamlNode node) => (int)node.Start.Index;

    /// <summary>A key, its value, and the position behind the colon between them.</summary>
    private sealed record Entry(YamlNode Key, YamlNode Value, int ColonEnd)
    {
        /// <summary>Whether the value stands elsewhere in the text.</summary>
        public bool IsAlias => Value.Start.Index < ColonEnd;
    }
}
