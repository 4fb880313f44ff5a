using System.Text.Json;
using System.Text.RegularExpressions;
using Provisioning.Cli.Commands;
using Provisioning.Cli.Terminals;
using Provisioning.Infra.Model;
using YamlDotNet.RepresentationModel;

namespace Provisioning.Cli.Tests.Migrations.PodIdentity;

/// <summary>The command as the process runs it, on the manifests of the golden cases.</summary>
public sealed partial class MigrateCommandTests : IDisposable
{
    private static readonly string[] Outputs = ["workloads.yaml", "kubernetes.yaml", "report.md"];

    private readonly DirectoryInfo target = Directory.CreateTempSubdirectory("provision-migrate-");
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();
    private string input = "";

    public static TheoryData<string> Cases => [.. Golden.Cases];

    public void Dispose() => target.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Manifests_BecomeTheFilesThatWereReviewed(string name)
    {
        var exit = await RunAsync(Golden.FolderOf(name), "manifests.yaml", "--output", target.FullName);

        foreach (var file in Outputs)
            Golden.Compare(name, file, await File.ReadAllTextAsync(Path.Combine(target.FullName, file)));
        Assert.Equal(output.ToString().Contains(": untranslated ", StringComparison.Ordinal) ? ExitCode.Error : ExitCode.Success, exit);
    }

    [Theory]
    [InlineData("azure-ml")]
    [InlineData("shop")]
    public async Task Lines_MakeAValidDocument(string name)
    {
        await RunAsync(Golden.FolderOf(name), "manifests.yaml", "--output", target.FullName);
        var lines = await File.ReadAllTextAsync(Path.Combine(target.FullName, "workloads.yaml"));

        var result = new StackDocumentLoader(TimeProvider.System).Load("shop.yaml", $"location: westeurope\nresourceGroup: shop\n{lines}");

        Assert.Empty(result.Diagnostics);
        Assert.NotEmpty(result.Document?.Workloads ?? []);
    }

    [Fact]
    public async Task Cluster_OfTheDocument_IsNotDeclaredAgain()
    {
        await RunAsync(Golden.FolderOf("azure-ml"), "manifests.yaml", "--cluster", "inference");

        Assert.Contains("cluster: inference", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("clusters:", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Text_IsAStreamOfYaml_InThreeHeadedParts(string name)
    {
        await RunAsync(Golden.FolderOf(name), "manifests.yaml");

        var stream = new YamlStream();
        stream.Load(new StringReader(output.ToString()));
        Assert.NotEmpty(stream.Documents);
        Assert.Equal(["1", "2", "3"], Heading().Matches(output.ToString()).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public async Task Input_IsReadForADash_AndNamesItselfInFindings()
    {
        input = await File.ReadAllTextAsync(Path.Combine(Golden.FolderOf("left-over"), "manifests.yaml"));

        Assert.Equal(ExitCode.Error, await RunAsync(target.FullName, "-", "--json"));
        var finding = JsonElement.Parse(output.ToString()).GetProperty("findings")[0];
        Assert.Equal("ACC7210", finding.GetProperty("id").GetString());
        Assert.Equal(("-", 7), (finding.GetProperty("file").GetString(), finding.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Json_HasLinesChangesAndFindings()
    {
        Assert.Equal(ExitCode.Success, await RunAsync(Golden.FolderOf("azure-ml"), "manifests.yaml", "--json"));

        var json = JsonElement.Parse(output.ToString());
        Assert.True(json.GetProperty("complete").GetBoolean());
        Assert.True(json.GetProperty("document").GetProperty("workloads").TryGetProperty("diabetes-model", out _));
        var labels = json.GetProperty("kubernetes")[1].GetProperty("manifest").GetProperty("spec").GetProperty("template").GetProperty("metadata").GetProperty("labels");
        Assert.Equal(JsonValueKind.Null, labels.GetProperty("aadpodidbinding").ValueKind);
    }

    [Fact]
    public async Task FolderOfManifests_IsReadWhole()
    {
        Assert.Equal(ExitCode.Error, await RunAsync(Path.GetDirectoryName(Golden.FolderOf("shop")) ?? "", "shop/manifests.yaml", "left-over"));

        Assert.Contains("left-over/manifests.yaml:7:9: untranslated ACC7210", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileThatExists_IsNotReplaced_UnlessForced()
    {
        var kept = Path.Combine(target.FullName, "report.md");
        await File.WriteAllTextAsync(kept, "mine");

        Assert.Equal(ExitCode.Usage, await RunAsync(Golden.FolderOf("azure-ml"), "manifests.yaml", "--output", target.FullName));
        Assert.Contains("error ACC7202", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(kept));
        Assert.False(File.Exists(Path.Combine(target.FullName, "workloads.yaml")));

        Assert.Equal(ExitCode.Success, await RunAsync(Golden.FolderOf("azure-ml"), "manifests.yaml", "--output", target.FullName, "--force"));
        Assert.NotEqual("mine", await File.ReadAllTextAsync(kept));
    }

    [Fact]
    public async Task FolderThatIsAFile_IsAnError()
    {
        var file = Path.Combine(target.FullName, "taken");
        await File.WriteAllTextAsync(file, "");

        Assert.Equal(ExitCode.Usage, await RunAsync(Golden.FolderOf("azure-ml"), "manifests.yaml", "--output", file));
        Assert.Contains("error ACC7204", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind: [Deployment\n", "-:")]
    [InlineData("a: 1\n b: 2\n", "-:2:")]
    public async Task BadYaml_IsRefused_WithItsPlace(string text, string place)
    {
        input = text;

        Assert.Equal(ExitCode.Usage, await RunAsync(target.FullName, "-"));
        Assert.StartsWith($"error ACC7201: {place}", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    [Fact]
    public async Task NestingBeyondReason_IsRefused()
    {
        input = new string('[', 200_000);

        Assert.Equal(ExitCode.Usage, await RunAsync(target.FullName, "-"));
        Assert.Contains("error ACC7201", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: a, namespace: b }\n")]
    public async Task ManifestsWithoutPodIdentity_AreRefused(string text)
    {
        input = text;

        Assert.Equal(ExitCode.Usage, await RunAsync(target.FullName, "-"));
        Assert.Contains("error ACC7203", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.yaml", "ACC7008")]
    [InlineData("-", "ACC7001", "--cluster", "no cluster")]
    public async Task WrongArgument_IsAUsageError(string manifests, string id, params string[] options)
    {
        Assert.Equal(ExitCode.Usage, await RunAsync(target.FullName, [manifests, .. options]));
        Assert.Contains($"error {id}", error.ToString(), StringComparison.Ordinal);
    }

    private async Task<ExitCode> RunAsync(string folder, params string[] arguments)
    {
        using var interrupts = new Interrupts();
        var host = new CommandHost
        {
            Environment = _ => null,
            WorkingDirectory = folder,
            Time = TimeProvider.System,
            Interrupts = interrupts,
            Terminal = _ => Terminal.Create(new StringReader(input), output, error, interactive: false, ansi: false, width: 120),
        };
        return (ExitCode)await CommandLine.RunAsync(["migrate", "pod-identity", .. arguments], host, CancellationToken.None);
    }

    [GeneratedRegex("^# ([0-9])\\. ", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
