using System.Collections.Immutable;
using System.Text.Json;
using Provisioning.EndToEnd.Tests.Harness;
using Provisioning.Sandbox.Faults;

namespace Provisioning.EndToEnd.Tests;

/// <summary>
/// Secrets come in on every way there is, and everything that commands leave is searched for them: state, backups, journal, history, plan,
/// settings, the sandbox's files, and what was written to the terminal.
/// </summary>
public sealed class CanaryTests : IAsyncLifetime
{
    private const string Passphrase = "canary-passphrase-\"6/+e1";

    /// <summary>The sandbox is the cloud that keeps what a deployment makes; nothing else of it does.</summary>
    private const string World = ".sandbox/world.jsonl";

    private const string Import = """
        {
            "version": 3,
            "deployment": {
                "manifest": { "time": "2026-01-31T08:15:00Z", "magic": "", "version": "" },
                "resources": [
                    {
                        "urn": "urn:pulumi:imported::provisioning::pulumi:pulumi:Stack::provisioning-imported", "custom": false, "type": "pulumi:pulumi:Stack",
                        "outputs": { "password": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "plaintext": "\"canary-imported-output-77\"" } }
                    },
                    {
                        "urn": "urn:pulumi:imported::provisioning::a:b:C::user", "custom": true, "id": "2", "type": "a:b:C",
                        "inputs": { "token": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "plaintext": "{\"deep\":\"canary-imported-input-78\"}" } },
                        "parent": "urn:pulumi:imported::provisioning::pulumi:pulumi:Stack::provisioning-imported"
                    }
                ]
            }
        }
        """;

    /// <summary>An empty file that the sandbox lets nobody open.</summary>
    private static readonly string _lock = Path.Combine(".sandbox", "lock");

    private readonly List<Canary> _canaries =
    [
        new("passphrase", Passphrase),
        new("scalar of the configuration", "canary-scalar-\"é<&>\\ 1a"),
        new("member of the configuration", "canary-nested-2b+/=?"),
        new("imported output", "canary-imported-output-77"),
        new("imported input", "canary-imported-input-78"),
        new("key of the backend's account", "canary-account-key-3c"),
        new("SAS of the backend", "canary-sas-4d%2B"),
        new("SAS in the backend's URL", "canary-url-5e"),
    ];

    private readonly List<string> _leaks = [];

    private TestProject? _opened;

    private TestProject Project => _opened ?? throw new InvalidOperationException("The project is opened before each test.");

    public async Task InitializeAsync()
    {
        _opened = await TestProject.WithSandboxAsync();
        var token = (await File.ReadAllTextAsync(Project.Sandbox.Connection.DeepLakeTokenFile)).Trim();
        _canaries.Add(new Canary("administrator's token of Deep Lake", token, ".sandbox/deeplake.token"));
    }

    public async Task DisposeAsync() => await Project.DisposeAsync();

    [Fact]
    public async Task No_secret_is_in_what_a_whole_life_of_a_stack_leaves()
    {
        await RunAsync("stack", "init", "local");
        await RunAsync("config", "set", "--secret", "scalar", Value("scalar of the configuration"));
        await RunAsync("config", "set", "--secret", "deeplake:token", Value("administrator's token of Deep Lake"));
        await RunAsync("config", "set", "--secret", "--path", "nested.list[0].token", Value("member of the configuration"));

        await RunAsync("preview", "--diff");
        await RunAsync("preview", "--json");
        await RunAsync("preview", "--save-plan", "plan.json");
        await FailAsync();
        await InterruptAsync();
        await RunAsync("up", "--yes", "--json");
        await LearnSecretsOfTheStateAsync();

        await RunAsync("up", "--yes", "--diff", "--verbose");
        await RunAsync("preview", "--json", "--diff");
        await RunAsync("refresh", "--yes", "--diff");
        await RunAsync("stack", "output");
        await RunAsync("stack", "output", "--json");
        await RunAsync("stack", "history");
        await RunAsync("stack", "history", "--json");
        await RunAsync("stack", "export");
        await RunAsync("stack", "export", "--file", "exported.json");
        await RunAsync("verify");
        await RunAsync("verify", "--json");
        await RunAsync("env", "train");
        await ImportAsync();
        await UseBackendsAsync();
        SearchFiles("after all commands");

        await RunAsync("destroy", "--yes", "--diff");
        SearchFiles("after the end of the stack");

        Assert.Empty(_leaks);
    }

    [Fact]
    public void A_canary_is_found_in_every_form()
    {
        var canary = new Canary("any", "canary-\"é+/ 0");

        Assert.All(
            [
                "x canary-\"é+/ 0 x",
                JsonSerializer.Serialize("canary-\"é+/ 0"),
                Uri.EscapeDataString("canary-\"é+/ 0"),
                .. Enumerable.Range(0, 3).Select(before => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(new string('y', before) + "canary-\"é+/ 0 and more"))),
            ],
            text => Assert.True(canary.IsIn(text), text));
        Assert.True(canary.IsIn(System.Text.Encoding.Unicode.GetBytes("x canary-\"é+/ 0")));
        Assert.False(canary.IsIn("canary-\"é+/ 1"));
    }

    /// <summary>A service that repeats what it was sent, in every step that has to do with Deep Lake.</summary>
    private async Task FailAsync()
    {
        Project.Fail(new FaultRule
        {
            Kind = FaultKind.Error, Endpoint = "deepLake", Status = 403, Count = null, Message = $"Refused: 'Bearer {Value("administrator's token of Deep Lake")}' and {Value("scalar of the configuration")}.",
        });
        var (exit, all) = await TryAsync(new CommandSetting(), "up", "--yes", "--verbose", "--diff");
        Assert.NotEqual(Cli.ExitCode.Success, exit);
        Assert.Contains("Refused: 'Bearer [secret]' and [secret].", all, StringComparison.Ordinal);
        await TryAsync(new CommandSetting(), "up", "--yes", "--json");
        SearchFiles("after a failure that repeats secrets");
        Project.Fail();
    }

    /// <summary>Ctrl-C in the middle, and a look at the files before it: the journal is there then.</summary>
    private async Task InterruptAsync()
    {
        await RunAsync("destroy", "--yes", "--skip-preview");
        var sawJournal = false;
        var setting = new CommandSetting
        {
            OnLine = (line, interrupts) =>
            {
                if (sawJournal || !line.Contains("created", StringComparison.Ordinal) || !File.Exists(Path.ChangeExtension(Project.StateFile, ".journal")))
                    return;
                sawJournal = true;
                SearchFiles("in the middle of an operation");
                interrupts.Request();
            },
        };
        await TryAsync(setting, "up", "--yes", "--skip-preview");
        Assert.True(sawJournal, "The deployment ended before there was a journal to look at.");
        SearchFiles("after an interruption");
    }

    private async Task ImportAsync()
    {
        await RunAsync("stack", "init", "imported", "--no-select");
        Project.Write("import.json", Import);
        await RunAsync("stack", "import", "--file", "import.json", "--stack", "imported");
        File.Delete(Project.PathOf("import.json"));
        await RunAsync("stack", "output", "--stack", "imported");
        await RunAsync("stack", "output", "--json", "--stack", "imported");
        await RunAsync("stack", "export", "--stack", "imported");
        await RunAsync("state", "delete", "urn:pulumi:imported::provisioning::a:b:C::user", "--yes", "--stack", "imported");
    }

    /// <summary>Credentials of a backend that cannot be used, in all places where they can be written.</summary>
    private async Task UseBackendsAsync()
    {
        var key = Value("key of the backend's account");
        var signature = Value("SAS of the backend");
        foreach (var variables in new (string Name, string Value)[][]
        {
            [("PULUMI_BACKEND_URL", $"azblob://states?storage_account=acme&sig={Value("SAS in the backend's URL")}")],
            [("PULUMI_BACKEND_URL", "azblob://states?storage_account=acme"), ("AZURE_STORAGE_ACCOUNT", "acme"), ("AZURE_STORAGE_KEY", key)],
            [("PULUMI_BACKEND_URL", "azblob://states?domain=127.0.0.1:1&protocol=http"), ("AZURE_STORAGE_ACCOUNT", "acme"), ("AZURE_STORAGE_SAS_TOKEN", $"?sv=2024-11-04&sig={signature}")],
            [("PULUMI_BACKEND_URL", "azblob://states"), ("AZURE_STORAGE_CONNECTION_STRING", $"AccountName=acme;AccountKey={key};BlobEndpoint")],
        })
        {
            var setting = new CommandSetting { Environment = variables.ToImmutableDictionary(variable => variable.Name, variable => variable.Value) };
            var (exit, _) = await TryAsync(setting, "stack", "ls", "--verbose");
            Assert.NotEqual(Cli.ExitCode.Success, exit);
        }
    }

    /// <summary>Every secret in the state becomes a canary: outputs that only providers know are among them.</summary>
    private async Task LearnSecretsOfTheStateAsync()
    {
        var export = (await Project.RunAsync(WithPassphrase(new CommandSetting()), "stack", "export", "--show-secrets")).Succeeded();
        var plain = new HashSet<string>(StringComparer.Ordinal);
        Collect(JsonElement.Parse(export.Out), plain);
        Assert.NotEmpty(plain);
        _canaries.AddRange(plain.Where(secret => !_canaries.Exists(canary => canary.Value == secret)).Select((secret, index) => new Canary($"secret {index} of the state", secret, World)));
    }

    private static void Collect(JsonElement element, HashSet<string> plain)
    {
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("plaintext", out var text))
            CollectTexts(JsonElement.Parse(text.GetString() ?? ""), plain);
        else if (element.ValueKind == JsonValueKind.Object)
            element.EnumerateObject().ToList().ForEach(member => Collect(member.Value, plain));
        else if (element.ValueKind == JsonValueKind.Array)
            element.EnumerateArray().ToList().ForEach(item => Collect(item, plain));
    }

    private static void CollectTexts(JsonElement secret, HashSet<string> plain)
    {
        if (secret.ValueKind == JsonValueKind.String && secret.GetString() is { Length: >= 8 } text)
            plain.Add(text);
        else if (secret.ValueKind == JsonValueKind.Object)
            secret.EnumerateObject().ToList().ForEach(member => CollectTexts(member.Value, plain));
    }

    private string Value(string name) => _canaries.Single(canary => canary.Name == name).Value;

    private static CommandSetting WithPassphrase(CommandSetting setting) => setting with { Environment = setting.Environment.Add("PULUMI_CONFIG_PASSPHRASE", Passphrase) };

    private async Task RunAsync(params string[] arguments)
    {
        var (exit, all) = await TryAsync(new CommandSetting(), arguments);
        Assert.True(exit == Cli.ExitCode.Success, $"'{arguments[0]}' ended with {exit}:\n{all}");
    }

    private async Task<(Cli.ExitCode Exit, string All)> TryAsync(CommandSetting setting, params string[] arguments)
    {
        var result = await Project.RunAsync(WithPassphrase(setting), arguments);
        _leaks.AddRange(_canaries.Where(canary => canary.IsIn(result.All)).Select(canary => $"The {canary.Name} is in the output of '{string.Join(' ', arguments.Take(3))}'."));
        return (result.Exit, result.All);
    }

    private void SearchFiles(string when)
    {
        foreach (var file in Directory.EnumerateFiles(Project.Folder, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(Project.Folder, file);
            if (relative != _lock && Read(file) is { } content)
                _leaks.AddRange(_canaries.Where(canary => !canary.IsAllowedIn(relative) && canary.IsIn(content)).Select(canary => $"The {canary.Name} is in {relative} {when}."));
        }
    }

    /// <summary>The content; null for a file that is gone by now.</summary>
    private static byte[]? Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            file.CopyTo(content);
            return content.ToArray();
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
