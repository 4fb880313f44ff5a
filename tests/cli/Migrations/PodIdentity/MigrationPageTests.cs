using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Provisioning.Cli.Commands;
using Provisioning.Cli.Terminals;

namespace Provisioning.Cli.Tests.Migrations.PodIdentity;

/// <summary>The page that shows a migration shows what the command writes.</summary>
public sealed partial class MigrationPageTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("provision-page-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task ShownOutput_IsThatOfTheShownCommand_OnTheShownManifests()
    {
        var page = await File.ReadAllTextAsync(Page());
        var blocks = Block().Matches(page).Select(match => match.Groups[1].Value).ToArray();
        var command = Assert.Single(Command().Matches(page)).Groups[1].Value;
        Assert.Equal(2, blocks.Length);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "manifests.yaml"), blocks[0]);

        Assert.Equal(blocks[1], await RunAsync(command.Split(' ')));
    }

    private async Task<string> RunAsync(string[] arguments)
    {
        using var interrupts = new Interrupts();
        await using var output = new StringWriter();
        var host = new CommandHost
        {
            Environment = _ => null,
            WorkingDirectory = folder.FullName,
            Time = TimeProvider.System,
            Interrupts = interrupts,
            Terminal = _ => Terminal.Create(TextReader.Null, output, TextWriter.Null, interactive: false, ansi: false, width: 120),
        };
        await CommandLine.RunAsync(arguments, host, CancellationToken.None);
        return output.ToString();
    }

    private static string Page([CallerFilePath] string source = "") =>
        Path.GetFullPath("../../../../docs/migrate-pod-identity.md", Path.GetDirectoryName(source) ?? "");

    [GeneratedRegex("^```yaml\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\$ provision (.+)$", RegexOptions.Multiline)]
    private static partial Regex Command();
}
