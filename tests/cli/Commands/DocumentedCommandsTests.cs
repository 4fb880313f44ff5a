using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Provisioning.Cli.Commands;
using Provisioning.Cli.Terminals;

namespace Provisioning.Cli.Tests.Commands;

/// <summary>The commands in the README and in <c>docs/</c> exist, with the options that are shown.</summary>
public sealed partial class DocumentedCommandsTests : IDisposable
{
    private readonly DirectoryInfo empty = Directory.CreateTempSubdirectory("provisioning-");

    public static TheoryData<string> Commands =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root(), "docs"), "*.md").Append(Path.Combine(Root(), "README.md"))
            .SelectMany(file => Shown().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["arguments"].Value.Trim())
            // It needs no project, so it would start.
            .Where(arguments => !arguments.StartsWith("sandbox", StringComparison.Ordinal))
            .Distinct(),
    ];

    public void Dispose() => empty.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_that_is_shown_can_be_typed(string command)
    {
        using var interrupts = new Interrupts();
        await using var error = new StringWriter();
        var host = new CommandHost
        {
            Environment = name => name == "PULUMI_HOME" ? empty.FullName : null,
            WorkingDirectory = empty.FullName,
            Time = TimeProvider.System,
            Interrupts = interrupts,
            Terminal = _ => Terminal.Create(TextReader.Null, TextWriter.Null, error, interactive: false, ansi: false, width: null),
        };

        // There is no project here, so what can be typed goes wrong for another reason.
        await CommandLine.RunAsync([.. command.Split(' ').Select(argument => argument.Trim('\''))], host, CancellationToken.None);

        Assert.DoesNotContain("ACC7001", error.ToString(), StringComparison.Ordinal);
    }

    private static string Root([CallerFilePath] string source = "") =>
        Path.GetFullPath("../../..", Path.GetDirectoryName(source) ?? "");

    /// <summary>Code in a sentence or a table, and lines of a terminal with the variables before a command.</summary>
    [GeneratedRegex(@"(`|^\$ ([A-Z_]+=\S+ )*)(\./)?provision(?<arguments>( [^`\s|]+)+)", RegexOptions.Multiline)]
    private static partial Regex Shown();
}
