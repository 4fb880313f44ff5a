using System.Text;
using System.Text.RegularExpressions;
using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests.Pages;

/// <summary>
/// A page of <c>docs/scenarios</c>. What it shows belongs to the stack document that it linked last: blocks of <c>yaml</c> are quoted
/// from that document, and blocks of <c>console</c> hold commands, each behind <c>$ ./provision</c>, with what they print once the
/// document is deployed.
/// </summary>
internal sealed partial class ScenarioPage
{
    private const string Folder = "docs/scenarios";
    private const string Index = "README";
    private const string Prompt = "$ ";
    private const string Program = "./provision ";

    private ScenarioPage(string name, string text)
    {
        Name = name;
        Text = text;
    }

    /// <summary>The names of all pages, without their extension.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(TestProject.RepositoryFile(Folder), "*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name != Index).Order(StringComparer.Ordinal);

    /// <summary>Text of the page that lists all others.</summary>
    public static string IndexText => File.ReadAllText(FileOf(Index));

    /// <summary>Its name, without extension.</summary>
    public string Name { get; }

    /// <summary>All of it.</summary>
    public string Text { get; }

    /// <summary>The stack documents that it is about, in their order.</summary>
    public IEnumerable<string> Scenarios => Parts().Matches(Text).Where(IsLink).Select(Scenario).Distinct();

    /// <summary>What it quotes.</summary>
    public IEnumerable<StackExcerpt> Excerpts => Blocks("yaml").Select(block => new StackExcerpt(block.Scenario, block.Content));

    /// <summary>Its headings of the second level, in their order.</summary>
    public IEnumerable<string> Headings => Heading().Matches(Text).Select(match => match.Groups["heading"].Value);

    /// <summary>Reads a page.</summary>
    public static ScenarioPage Read(string name) => new(name, File.ReadAllText(FileOf(name)));

    /// <summary>The page as it would be if it showed what its commands print now.</summary>
    /// <param name="run">Runs a command on the deployed document of a scenario, and gives what it prints.</param>
    public async Task<string> RenewAsync(Func<string, string[], Task<string>> run)
    {
        var text = new StringBuilder();
        var written = 0;
        foreach (var (scenario, content, start) in Blocks("console"))
        {
            text.Append(Text, written, start - written).Append(await RunAsync(scenario, content, run));
            written = start + content.Length;
        }

        return text.Append(Text, written, Text.Length - written).ToString();
    }

    /// <summary>Replaces the page.</summary>
    public void Accept(string text) => File.WriteAllText(FileOf(Name), text);

    private static string FileOf(string name) => TestProject.RepositoryFile($"{Folder}/{name}.md");

    private static bool IsLink(Match part) => part.Groups["scenario"].Success;

    private static string Scenario(Match link) => link.Groups["scenario"].Value;

    private async Task<string> RunAsync(string scenario, string content, Func<string, string[], Task<string>> run)
    {
        var shown = new List<string>();
        foreach (var line in content.Split('\n').Where(line => line.StartsWith(Prompt, StringComparison.Ordinal)))
        {
            var command = line[Prompt.Length..];
            Assert.True(command.StartsWith(Program, StringComparison.Ordinal), $"'{command}' in {Name} is no command of ours; it belongs into a block of 'sh'.");
            var printed = await run(scenario, command[Program.Length..].Split(' '));
            shown.Add($"{line}\n{printed.TrimEnd('\n')}\n");
        }

        Assert.False(shown.Count == 0, $"A console block of {Name} holds no command.");
        return string.Join('\n', shown);
    }

    /// <summary>The blocks of a language, with the document they belong to and the place of their content.</summary>
    private IEnumerable<(string Scenario, string Content, int Start)> Blocks(string language)
    {
        var scenario = "";
        foreach (Match part in Parts().Matches(Text))
        {
            if (IsLink(part))
            {
                scenario = Scenario(part);
            }
            else if (part.Groups["language"].Value == language)
            {
                Assert.False(scenario.Length == 0, $"A block of {Name} comes before any link to a stack document.");
                yield return (scenario, part.Groups["content"].Value, part.Groups["content"].Index);
            }
        }
    }

    [GeneratedRegex(@"\]\(\.\./\.\./stacks/scenarios/(?<scenario>[\w-]+)\.yaml\)|^```(?<language>\w+)\n(?<content>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Parts();

    [GeneratedRegex("^## (?<heading>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
