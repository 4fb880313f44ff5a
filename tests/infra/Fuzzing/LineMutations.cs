namespace Provisioning.Infra.Tests.Fuzzing;

/// <summary>Changes to whole lines: what a hurried edit or a merge leaves behind.</summary>
internal static class LineMutations
{
    /// <summary>Every mutation of this kind.</summary>
    public static Func<string, Random, string>[] All { get; } = [Delete, Duplicate, Swap, Indent, IndentBlock, Tab, WindowsLineEnds, Truncate];

    private static string Delete(string text, Random random) => Change(text, random, (lines, at) =>
        lines.RemoveRange(at, Math.Min(random.Next(1, 4), lines.Count - at)));

    private static string Duplicate(string text, Random random) => Change(text, random, (lines, at) =>
        lines.InsertRange(random.Next(lines.Count), lines.GetRange(at, Math.Min(random.Next(1, 4), lines.Count - at))));

    private static string Swap(string text, Random random) => Change(text, random, (lines, at) =>
    {
        int other = random.Next(lines.Count);
        (lines[at], lines[other]) = (lines[other], lines[at]);
    });

    private static string Indent(string text, Random random) => Change(text, random, (lines, at) =>
        lines[at] = Shifted(lines[at], random.Next(-4, 5)));

    private static string IndentBlock(string text, Random random) => Change(text, random, (lines, at) =>
    {
        int shift = random.Next(-4, 5);
        for (int end = Math.Min(lines.Count, at + random.Next(2, 10)); at < end; at++)
            lines[at] = Shifted(lines[at], shift);
    });

    private static string Tab(string text, Random random) => Change(text, random, (lines, at) =>
        lines[at] = lines[at].Insert(random.Next(2) == 0 ? 0 : lines[at].Length - lines[at].TrimStart().Length, "\t"));

    private static string WindowsLineEnds(string text, Random random) =>
        text.Replace("\n", random.Next(3) == 0 ? "\r" : "\r\n", StringComparison.Ordinal);

    private static string Truncate(string text, Random random) => text[..random.Next(text.Length + 1)];

    private static string Shifted(string line, int blanks) => blanks >= 0
        ? new string(' ', blanks) + line
        : line[Math.Min(-blanks, line.Length - line.TrimStart(' ').Length)..];

    private static string Change(string text, Random random, Action<List<string>, int> change)
    {
        List<string> lines = [.. text.Split('\n')];
        change(lines, random.Next(lines.Count));
        return string.Join('\n', lines);
    }
}
