using Provisioning.Cli.Commands;
using Provisioning.Cli.Terminals;

namespace Provisioning.Cli.Tests.Commands;

/// <summary>Commands that need neither network nor sandbox, run as the process runs them.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("provision-cli-").FullName;
    private readonly Dictionary<string, string> variables = [];
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();
    private readonly Interrupts interrupts = new();

    public CommandLineTests()
    {
        File.WriteAllText(Path.Combine(folder, "Pulumi.yaml"), "name: shop\nruntime: dotnet\n");
        variables["PULUMI_HOME"] = Path.Combine(folder, "home");
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        interrupts.Dispose();
    }

    private async Task<ExitCode> RunAsync(params string[] arguments)
    {
        var host = new CommandHost
        {
            Environment = variables.GetValueOrDefault,
            WorkingDirectory = folder,
            Time = TimeProvider.System,
            Interrupts = interrupts,
            Terminal = _ => Terminal.Create(new StringReader("from the input\n"), output, error, interactive: false, ansi: false, width: 120),
        };
        return (ExitCode)await CommandLine.RunAsync(arguments, host, CancellationToken.None);
    }

    [Fact]
    public async Task Version_IsPrinted()
    {
        Assert.Equal(ExitCode.Success, await RunAsync("version"));
        Assert.StartsWith("v0.", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("up", "--frobnicate")]
    [InlineData("up", "--parallel", "0")]
    [InlineData("up", "--verify-wait", "5m")]
    [InlineData("verify", "--wait", "10")]
    [InlineData("config", "get")]
    public async Task WrongCommandLine_IsAUsageError(params string[] arguments)
    {
        Assert.Equal(ExitCode.Usage, await RunAsync(arguments));
        Assert.Contains("error ACC7001", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderWithoutProject_IsAUsageError()
    {
        File.Delete(Path.Combine(folder, "Pulumi.yaml"));

        Assert.Equal(ExitCode.Usage, await RunAsync("stack", "ls"));
        Assert.Contains("error ACC7006", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deployment_WithoutConsentOrTerminal_IsRefused()
    {
        Assert.Equal(ExitCode.Usage, await RunAsync("up"));
        Assert.Contains("error ACC7002", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownStack_IsNotCreatedByAccident()
    {
        Assert.Equal(ExitCode.StackNotFound, await RunAsync("up", "--yes", "-s", "typo"));
        Assert.False(File.Exists(Path.Combine(folder, ".pulumi", "stacks", "shop", "typo.json")));
    }

    [Fact]
    public async Task Configuration_IsSetReadAndRemoved()
    {
        await RunAsync("config", "set", "region", "westeurope");
        Assert.Contains("shop:region: westeurope", await File.ReadAllTextAsync(Path.Combine(folder, "Pulumi.local.yaml")), StringComparison.Ordinal);

        await RunAsync("config", "get", "region");
        Assert.Equal("westeurope", output.ToString().Trim());

        await RunAsync("config", "rm", "region");
        Assert.Equal(ExitCode.Error, await RunAsync("config", "get", "region"));
    }

    [Fact]
    public async Task ConfigurationValue_IsReadFromTheInput()
    {
        await RunAsync("config", "set", "note");
        await RunAsync("config", "get", "note");

        Assert.Equal("from the input", output.ToString().Trim());
    }

    [Fact]
    public async Task Secret_IsEncryptedInTheFile_AndReadBack()
    {
        variables["PULUMI_CONFIG_PASSPHRASE"] = "correct horse";

        await RunAsync("config", "set", "--secret", "key", "canary-value");
        await RunAsync("config", "get", "key");

        Assert.DoesNotContain("canary-value", await File.ReadAllTextAsync(Path.Combine(folder, "Pulumi.local.yaml")), StringComparison.Ordinal);
        Assert.Equal("canary-value", output.ToString().Trim());
    }

    [Fact]
    public async Task Secret_WithoutPassphrase_IsRefused()
    {
        Assert.Equal(ExitCode.Usage, await RunAsync("config", "set", "--secret", "key", "canary-value"));
        Assert.Contains("error ACC6003", error.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "Pulumi.local.yaml")));
    }

    [Fact]
    public async Task ValueThatLooksLikeASecret_IsNotStoredInPlain()
    {
        Assert.Equal(ExitCode.Usage, await RunAsync("config", "set", "adminToken", "canary-value"));
        Assert.DoesNotContain("canary-value", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stack_IsCreatedSelectedListedAndExported()
    {
        Assert.Equal(ExitCode.Success, await RunAsync("stack", "init", "blue"));
        Assert.Equal(ExitCode.Success, await RunAsync("stack", "ls"));
        Assert.Contains("blue*", output.ToString(), StringComparison.Ordinal);

        output.GetStringBuilder().Clear();
        Assert.Equal(ExitCode.Success, await RunAsync("stack", "export"));
        Assert.Equal("{\n    \"version\": 3,\n    \"deployment\": null\n}\n", output.ToString());
    }

    [Fact]
    public async Task Document_WithErrors_IsReportedWithItsPlace()
    {
        var path = Path.Combine(folder, "bad.yaml");
        await File.WriteAllTextAsync(path, "cloud: public\nlocation: westeurope\nresourceGroup: rg\nidentitys: {}\n");

        Assert.Equal(ExitCode.Usage, await RunAsync("validate", "bad.yaml"));
        Assert.Contains("bad.yaml:4:1: error ACC1", error.ToString(), StringComparison.Ordinal);
    }
}
