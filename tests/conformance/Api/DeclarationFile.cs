using System.Text.RegularExpressions;

namespace Provisioning.Conformance.Tests.Api;

/// <summary>What a file of TypeScript declarations declares, by name with its namespace.</summary>
internal sealed partial class DeclarationFile
{
    private readonly Dictionary<string, List<DeclaredMember>> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> functions = new(StringComparer.Ordinal);

    private DeclarationFile(string text)
    {
        Documentation = text;
        Read(Comment().Replace(text, ""), "");
    }

    /// <summary>The file with its comments.</summary>
    public string Documentation { get; }

    /// <summary>The functions, as <c>getVault(args: GetVaultArgs)</c> without the options of the call.</summary>
    public IReadOnlySet<string> Functions => functions;

    public static DeclarationFile Load(string path) => new(File.ReadAllText(path));

    /// <summary>The members of a class, an interface or an enumeration; null when the file has none of the name.</summary>
    public IReadOnlyList<DeclaredMember>? Find(string name) => members.GetValueOrDefault(name);

    private void Read(string text, string prefix)
    {
        for (var at = 0; Declaration().Match(text, at) is { Success: true } match;)
        {
            if (match.Groups["function"] is { Success: true } function)
            {
                functions.Add(Options().Replace(function.Value, ""));
                at = match.Index + match.Length;
                continue;
            }

            var name = prefix + match.Groups["name"].Value;
            var start = match.Index + match.Length;
            var end = EndOfBlock(text, start);
            if (match.Groups["kind"].Value == "namespace")
                Read(text[start..end], $"{name}.");
            else
                members.TryAdd(name, [.. ReadMembers(text[start..end])]);
            at = end;
        }
    }

    private static IEnumerable<DeclaredMember> ReadMembers(string body)
    {
        var start = 0;
        var depth = 0;
        for (var at = 0; at < body.Length; at++)
        {
            depth += body[at] switch { '{' or '(' => 1, '}' or ')' => -1, _ => 0 };
            if (body[at] != ';' || depth > 0)
                continue;
            if (Member().Match(body[start..at]) is { Success: true } match)
                yield return ToMember(match.Groups["name"].Value, match.Groups["optional"].Length > 0, match.Groups["type"].Value);
            start = at + 1;
        }
    }

    private static DeclaredMember ToMember(string name, bool isOptional, string type) =>
        new(name, isOptional || type.Contains("| undefined", StringComparison.Ordinal), Simplify(type));

    private static string Simplify(string type) => Space().Replace(Wrapping().Replace(type, ""), " ").Trim();

    private static int EndOfBlock(string text, int start)
    {
        var depth = 1;
        var at = start;
        for (; depth > 0; at++)
            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
        return at - 1;
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bfunction (?<function>\w+\([^)]*\))|\b(?<kind>namespace|interface|class|const) (?<name>\w+)[^{};=(]*\{")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^\s*(readonly )?""?(?<name>[\w$]+)""?(?<optional>\??): (?<type>.*)$", RegexOptions.Singleline)]
    private static partial Regex Member();

    [GeneratedRegex(@"(, )?opts\?: [\w.]+")]
    private static partial Regex Options();

    [GeneratedRegex(@"pulumi\.(Input|Output)<|[<>()]| \| undefined|;(?=\s*\})")]
    private static partial Regex Wrapping();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
