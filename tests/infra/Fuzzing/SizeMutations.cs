using System.Text;

namespace Provisioning.Infra.Tests.Fuzzing;

/// <summary>Documents that are small to write and large to read: depth, length, number and aliases.</summary>
internal static class SizeMutations
{
    private static readonly string[] Openings = ["[", "{", "- ", "? ", "{a: ", "[{a: ", "&a [", "{? "];

    private static readonly int[] Lengths = [1_025, 70_000, 500_000, 1_000_000, 1_100_000];

    private static readonly string[] Keys =
    [
        "name", "existing", "sku", "kind", "purgeProtection", "retentionDays", "location", "containers", "identity", "role", "principal", "organization",
    ];

    private static readonly int[] Containers = [1, 50, 1_000, 10_000, 20_000];

    private static readonly string[] Sections =
    [
        "tags", "identities", "applications", "registries", "storage", "vaults", "insights", "workspaces", "clusters", "computes", "deeplake",
        "workloads", "grants", "podIdentities", "policy",
    ];

    /// <summary>Every mutation of this kind.</summary>
    public static Func<string, Random, string>[] All { get; } =
    [
        HugeScalar, HugeKey, SharedScalar, SharedKey, SharedEntry, FlowNesting, BlockNesting, AliasBomb, ManyMistakes, ManyGrants, ManyLines,
    ];

    private static string HugeScalar(string text, Random random)
    {
        string filler = Filler(random, Lengths[random.Next(Lengths.Length)]);
        return random.Next(4) switch
        {
            0 => $"{text}\n{Section(random)}: {filler}\n",
            1 => $"{text}\n{Section(random)}: {{ a: \"{filler}\" }}\n",
            2 => $"{text}\n{Section(random)}:\n  a: |\n    {filler}\n",
            _ => $"{text}\n{Section(random)}:\n  - '{filler}'\n",
        };
    }

    private static string HugeKey(string text, Random random)
    {
        string filler = Filler(random, Lengths[random.Next(Lengths.Length)]);
        return random.Next(2) == 0 ? $"{text}\n{filler}: x\n" : $"{text}\n{Section(random)}:\n  ? \"{filler}\"\n  : {{ name: x }}\n";
    }

    /// <summary>One long text that many entries repeat.</summary>
    private static string SharedScalar(string text, Random random)
    {
        string key = Keys[random.Next(Keys.Length)];
        var document = new StringBuilder(text).Append($"\n{Section(random)}:\n  first: {{ {key}: &text {Filler(random, 400_000)} }}\n");
        for (int index = 0; index < 10_000; index++)
            document.Append($"  e{index}: {{ {key}: *text }}\n");
        return document.ToString();
    }

    /// <summary>One entry with a long key, repeated.</summary>
    private static string SharedKey(string text, Random random)
    {
        string filler = Filler(random, 400_000);
        var document = new StringBuilder(text).Append($"\n{Section(random)}:\n  first: &entry\n    ? \"{filler}\"\n    : {{ a: [1] }}\n");
        for (int index = 0; index < 10_000; index++)
            document.Append($"  e{index}: *entry\n");
        return document.ToString();
    }

    /// <summary>One entry with many keys, repeated.</summary>
    private static string SharedEntry(string text, Random random)
    {
        int keys = random.Next(1, 2_000);
        var document = new StringBuilder(text).Append($"\n{Section(random)}:\n  first: &entry\n    name: x\n");
        for (int index = 0; index < keys; index++)
            document.Append($"    nmae{index}: [x]\n");
        for (int index = 0; index < 40_000 / keys; index++)
            document.Append($"  e{index}: *entry\n");
        return document.ToString();
    }

    private static string FlowNesting(string text, Random random)
    {
        string opening = Openings[random.Next(Openings.Length)];
        return $"{text}\n{Section(random)}: {(opening is "- " or "? " ? "\n" : "")}{Repeated(opening, 10_000)}{(random.Next(2) == 0 ? Repeated("]", 10_000) : "")}\n";
    }

    /// <summary>Nesting by indentation: 10,000 levels by one blank each do not fit into a document, so the deepest lines are cut.</summary>
    private static string BlockNesting(string text, Random random)
    {
        var document = new StringBuilder(text).Append('\n');
        int levels = random.Next(20, 1_400);
        string item = random.Next(2) == 0 ? "a:" : "-";
        for (int level = 0; level < levels; level++)
            document.Append(' ', level).Append(item).Append('\n');
        return document.ToString();
    }

    private static string AliasBomb(string text, Random random)
    {
        bool lists = random.Next(2) == 0;
        int width = random.Next(2, 12);
        var document = new StringBuilder(text).Append($"\n{Section(random)}:\n  a0: &a0 {{ name: x }}\n");
        for (int level = 1; level < 30; level++)
        {
            IEnumerable<string> inner = Enumerable.Range(0, width).Select(index => lists ? $"*a{level - 1}" : $"k{index}: *a{level - 1}");
            document.Append($"  a{level}: &a{level} {(lists ? '[' : '{')} {string.Join(", ", inner)} {(lists ? ']' : '}')}\n");
        }

        return document.ToString();
    }

    /// <summary>Thousands of references, each to nearly one of thousands of names.</summary>
    private static string ManyMistakes(string text, Random random)
    {
        int count = random.Next(100, 7_000);
        string stem = Filler(random, random.Next(1, 40));
        var document = new StringBuilder(text).Append("\nidentities:\n");
        for (int index = 0; index < count; index++)
            document.Append($"  {stem}-{index}: {{ name: id-{index} }}\n");
        document.Append("workloads:\n");
        for (int index = 0; index < count; index++)
            document.Append($"  w{index}: {{ identity: {stem}x{index}, runsOnn: 1 }}\n");
        return document.ToString();
    }

    /// <summary>A document with a large plan: many grants of one identity, or many workloads that share one, valid or with unknown containers.</summary>
    private static string ManyGrants(string text, Random random)
    {
        int containers = Containers[random.Next(Containers.Length)];
        return LargePlan.Write(Math.Min(4_000, 30_000 / containers), containers, random.Next(3) == 0 ? 'd' : 'c');
    }

    private static string ManyLines(string text, Random random)
    {
        string[] lines = ["\n", "# x\n", "---\n", "- &a x\n", "k: v\n", "%TAG ! x\n", "*a\n", "{}\n", "? \n", ": \n", "''\n", "!a\n", "[\n", "{\n"];
        string line = lines[random.Next(lines.Length)];
        return random.Next(2) == 0 ? text + Repeated(line, 100_000) : Repeated(line, 20_000) + text;
    }

    private static string Section(Random random) => Sections[random.Next(Sections.Length)];

    private static string Filler(Random random, int length) => random.Next(4) switch
    {
        0 => new string('x', length),
        1 => Repeated("a-", length / 2) + "a",
        2 => new string('1', length),
        _ => Repeated("/sub", length / 4) + "x",
    };

    private static string Repeated(string part, int count) => new StringBuilder().Insert(0, part, count).ToString();
}
