using Provisioning.Cli.Commands;
using Provisioning.Cli.Terminals;

namespace Provisioning.Cli.Tests.Commands;

/// <summary>A project in a folder of its own, in which commands run as the process runs them, with nobody to ask.</summary>
internal sealed class CommandFolder : IDisposable
{
    /// <summary>The stack <c>local</c> with two secrets of one value; a parent, its child, and a resource that depends on the child.</summary>
    public const string Export = """
        {
            "version": 3,
            "deployment": {
                "manifest": { "time": "2026-01-31T08:15:00Z", "magic": "", "version": "" },
                "resources": [
                    { "urn": "urn:pulumi:local::shop::pulumi:pulumi:Stack::shop-local", "custom": false, "type": "pulumi:pulumi:Stack" },
                    { "urn": "urn:pulumi:local::shop::a:b:Parent::parent", "custom": false, "type": "a:b:Parent", "parent": "urn:pulumi:local::shop::pulumi:pulumi:Stack::shop-local" },
                    {
                        "urn": "urn:pulumi:local::shop::a:b:Parent$a:b:C::child", "custom": true, "id": "1", "type": "a:b:C", "protect": true,
                        "inputs": { "password": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "plaintext": "\"canary-value\"" } },
                        "parent": "urn:pulumi:local::shop::a:b:Parent::parent"
                    },
                    {
                        "urn": "urn:pulumi:local::shop::a:b:C::user", "custom": true, "id": "2", "type": "a:b:C",
                        "inputs": { "token": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "plaintext": "\"canary-value\"" } },
                        "parent": "urn:pulumi:local::shop::pulumi:pulumi:Stack::shop-local",
                        "dependencies": ["urn:pulumi:local::shop::a:b:Parent$a:b:C::child"]
                    }
                ]
            }
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("provision-cli-").FullName;
    private readonly Interrupts interrupts = new();

    public CommandFolder()
    {
        Write("Pulumi.yaml", "name: shop\nruntime: dotnet\n");
        Variables["PULUMI_HOME"] = PathOf("home");
    }

    /// <summary>The environment of the commands.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>What is typed, or comes from a pipe.</summary>
    public string Input { get; set; } = "";

    /// <summary>The file of the stack <c>local</c>.</summary>
    public string StateFile => PathOf(".pulumi/stacks/shop/local.json");

    /// <summary>A project whose stack <c>local</c> holds <see cref="Export"/>, encrypted with the passphrase <c>old</c>.</summary>
    public static async Task<CommandFolder> WithStateAsync()
    {
        var project = new CommandFolder();
        project.Variables["PULUMI_CONFIG_PASSPHRASE"] = "old";
        project.Write("export.json", Export);
        await project.RunAsync("stack", "init", "local");
        var (exit, _, error) = await project.RunAsync("stack", "import", "--file", "export.json");
        Assert.True(exit == ExitCode.Success, error);
        return project;
    }

    public string PathOf(string file) => Path.Combine(folder, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    /// <summary>Runs a command.</summary>
    public async Task<(ExitCode Exit, string Out, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var host = new CommandHost
        {
            Environment = Variables.GetValueOrDefault,
            WorkingDirectory = folder,
            Time = TimeProvider.System,
            Interrupts = interrupts,
            Terminal = _ => Terminal.Create(new StringReader(Input), output, error, interactive: false, ansi: false, width: 200),
        };
        var exit = (ExitCode)await CommandLine.RunAsync(arguments, host, CancellationToken.None);
        return (exit, output.ToString(), error.ToString());
    }

    public void Dispose()
    {
        interrupts.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
