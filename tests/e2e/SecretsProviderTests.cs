using Provisioning.Cli;
using Provisioning.EndToEnd.Tests.Harness;
using Provisioning.Sandbox.Faults;

namespace Provisioning.EndToEnd.Tests;

/// <summary>A stack whose secrets are encrypted with a key in the vault of a sandbox.</summary>
public sealed class SecretsProviderTests : IAsyncLifetime
{
    private const string Key = "azurekeyvault://kv-platform-keys.vault.azure.net/keys/workspace";
    private const string Settings = "Pulumi.local.yaml";
    private const string Canary = "canary-1f0b";
    private const string CryptoUser = "12338af0-0e69-4776-bea7-57ae8d297424";

    /// <summary>The stack <c>local</c> holds one secret, in the inputs of a resource.</summary>
    private const string Export = """
        {
            "version": 3,
            "deployment": {
                "manifest": { "time": "2026-01-31T08:15:00Z", "magic": "", "version": "" },
                "resources": [
                    { "urn": "urn:pulumi:local::provisioning::pulumi:pulumi:Stack::provisioning-local", "custom": false, "type": "pulumi:pulumi:Stack" },
                    {
                        "urn": "urn:pulumi:local::provisioning::a:b:C::user", "custom": true, "id": "2", "type": "a:b:C",
                        "inputs": { "token": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "plaintext": "\"canary-1f0b\"" } },
                        "parent": "urn:pulumi:local::provisioning::pulumi:pulumi:Stack::provisioning-local"
                    }
                ]
            }
        }
        """;

    private TestProject? opened;

    private TestProject Project => opened ?? throw new InvalidOperationException("The project is opened before each test.");

    public async Task InitializeAsync() => opened = await TestProject.WithSandboxAsync();

    public async Task DisposeAsync() => await Project.DisposeAsync();

    [Fact]
    public async Task A_stack_with_a_key_is_deployed_without_a_passphrase_and_keeps_no_secret_in_plain()
    {
        await GrantAsync();
        (await Project.RunAsync("stack", "init", "local", "--secrets-provider", Key)).Succeeded();
        (await Project.RunAsync("config", "set", "--secret", "token", Canary)).Succeeded();
        (await Project.RunAsync("up", "--yes", "--skip-preview")).Succeeded();
        var traffic = Project.Traffic();

        Assert.Equal(Canary, (await Project.RunAsync("config", "get", "token")).Succeeded().Out.Trim());

        Assert.Single(traffic.Requests, request => request.Path.Contains("/keys/workspace/", StringComparison.Ordinal));
        var (url, encryptedKey) = KeyInSettings();
        Assert.Matches($"^{Key}/[0-9a-f]{{32}}$", url);
        Assert.DoesNotContain("encryptionsalt", Read(Settings), StringComparison.Ordinal);
        var provider = Project.ReadState().Root.GetProperty("checkpoint").GetProperty("latest").GetProperty("secrets_providers");
        Assert.Equal("cloud", provider.GetProperty("type").GetString());
        Assert.Equal($$"""{"url":"{{url}}","encryptedkey":"{{encryptedKey}}"}""", provider.GetProperty("state").GetRawText());
        AssertNoPlainText();
    }

    [Fact]
    public async Task Secrets_change_from_a_passphrase_to_a_key_and_back()
    {
        await GrantAsync();
        await DeployWithPassphraseAsync();

        var changed = (await Project.RunAsync(Passphrase("old"), "stack", "change-secrets-provider", Key)).Succeeded();

        Assert.Contains($"encrypted with '{Key}/", changed.Out, StringComparison.Ordinal);
        await AssertSecretsAsync(new CommandSetting());
        Assert.DoesNotContain("encryptionsalt", Read(Settings), StringComparison.Ordinal);
        AssertNoPlainText();

        (await Project.RunAsync(Passphrase("new"), "stack", "change-secrets-provider", "passphrase")).Succeeded();

        await AssertSecretsAsync(Passphrase("new"));
        Assert.DoesNotContain("secretsprovider", Read(Settings), StringComparison.Ordinal);
        Assert.DoesNotContain("encryptedkey", Read(Settings) + await File.ReadAllTextAsync(Project.StateFile), StringComparison.Ordinal);
        AssertNoPlainText();
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_change_that_stopped_between_the_files_is_ended_by_doing_it_again(bool toKey, bool stateWasWritten)
    {
        await GrantAsync();
        await DeployWithPassphraseAsync();
        if (!toKey)
            await ChangeAsync(toKey: true);
        var (settings, state) = (Read(Settings), await File.ReadAllTextAsync(Project.StateFile));
        await ChangeAsync(toKey);
        if (stateWasWritten)
            Project.Write(Settings, settings);
        else
            await File.WriteAllTextAsync(Project.StateFile, state);

        await ChangeAsync(toKey);

        await AssertSecretsAsync(toKey ? new CommandSetting() : Passphrase("old"));
    }

    [Fact]
    public async Task A_change_to_a_key_that_is_refused_changes_nothing()
    {
        await DeployWithPassphraseAsync();
        var (settings, state) = (Read(Settings), await File.ReadAllTextAsync(Project.StateFile));

        var result = await Project.RunAsync(Passphrase("old"), "stack", "change-secrets-provider", Key);

        Assert.Equal(ExitCode.Authentication, result.Exit);
        Assert.Contains("error ACC6040: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("Key Vault Crypto User", result.Error, StringComparison.Ordinal);
        Assert.Equal((settings, state), (Read(Settings), await File.ReadAllTextAsync(Project.StateFile)));
    }

    [Theory]
    [InlineData("azurekeyvault://kv-platform-keys.vault.azure.net/keys/absent", "ACC6041", ExitCode.Usage)]
    [InlineData("azurekeyvault://kv-absent.vault.azure.net/keys/workspace", "ACC6041", ExitCode.Usage)]
    [InlineData("azurekeyvault://kv-platform-keys.vault.azure.net/keys/workspace?algorithm=none", "ACC6025", ExitCode.Usage)]
    [InlineData("azurekeyvault://kv-platform-keys.example.com/keys/workspace", "ACC6025", ExitCode.Usage)]
    [InlineData("awskms://alias/pulumi", "ACC6025", ExitCode.Usage)]
    public async Task A_key_that_cannot_be_used_is_refused_before_there_is_a_stack(string key, string id, ExitCode exit)
    {
        await GrantAsync();

        var result = await Project.RunAsync("stack", "init", "local", "--secrets-provider", key);

        Assert.Equal(exit, result.Exit);
        Assert.StartsWith($"error {id}: ", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Project.StateFile));
        Assert.DoesNotContain("secretsprovider", Read(Settings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_vault_everything_works_that_touches_no_secret()
    {
        await GrantAsync();
        (await Project.RunAsync("stack", "init", "local", "--secrets-provider", Key)).Succeeded();
        (await Project.RunAsync("config", "set", "--secret", "token", Canary)).Succeeded();
        (await Project.RunAsync("config", "set", "plain", "value")).Succeeded();
        Project.Fail(new FaultRule { Kind = FaultKind.Error, Endpoint = "vault", Status = 403, Count = null });

        Assert.Equal("value", (await Project.RunAsync("config", "get", "plain")).Succeeded().Out.Trim());
        var secret = await Project.RunAsync("config", "get", "token");

        Assert.StartsWith("error ACC6040: ", secret.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_with_secrets_of_a_passphrase_are_not_given_a_key_by_init()
    {
        await GrantAsync();
        (await Project.RunAsync(Passphrase("old"), "config", "set", "--secret", "token", Canary)).Succeeded();

        var result = await Project.RunAsync("stack", "init", "local", "--secrets-provider", Key);

        Assert.StartsWith("error ACC6025: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("change-secrets-provider", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sandbox_of_a_command_serves_its_secrets_and_its_deployment()
    {
        await GrantAsync();
        (await Project.RunAsync("stack", "init", "local", "--secrets-provider", Key)).Succeeded();
        (await Project.RunAsync("config", "set", "--secret", "token", Canary)).Succeeded();
        await Project.Sandbox.DisposeAsync();

        (await Project.RunAsync("up", "--yes", "--skip-preview")).Succeeded();
        Assert.Equal(Canary, (await Project.RunAsync("config", "get", "token")).Succeeded().Out.Trim());
    }

    private static CommandSetting Passphrase(string passphrase) =>
        new() { Environment = new CommandSetting().Environment.Add("PULUMI_CONFIG_PASSPHRASE", passphrase) };

    private async Task ChangeAsync(bool toKey) =>
        (await Project.RunAsync(Passphrase("old"), "stack", "change-secrets-provider", toKey ? Key : "passphrase")).Succeeded();

    private async Task DeployWithPassphraseAsync()
    {
        Project.Write("export.json", Export);
        (await Project.RunAsync(Passphrase("old"), "stack", "init", "local")).Succeeded();
        (await Project.RunAsync(Passphrase("old"), "stack", "import", "--file", "export.json")).Succeeded();
        File.Delete(Project.PathOf("export.json"));
        (await Project.RunAsync(Passphrase("old"), "config", "set", "--secret", "token", Canary)).Succeeded();
    }

    /// <summary>The deployer owns the subscription, which does not let it use keys.</summary>
    private async Task GrantAsync()
    {
        var connection = Project.Sandbox.Connection;
        using var cloud = new SandboxCloud(connection);
        var subscription = $"/subscriptions/{connection.SubscriptionId}";
        await cloud.PutAsync(
            $"{subscription}/resourceGroups/platform/providers/Microsoft.KeyVault/vaults/kv-platform-keys/providers/Microsoft.Authorization/roleAssignments/00000000-0000-0000-0000-0000000000c1",
            "2022-04-01",
            new
            {
                properties = new
                {
                    roleDefinitionId = $"{subscription}/providers/Microsoft.Authorization/roleDefinitions/{CryptoUser}",
                    principalId = connection.Deployer.ObjectId.ToString(),
                    principalType = "ServicePrincipal",
                },
            });
    }

    private async Task AssertSecretsAsync(CommandSetting setting)
    {
        Assert.Equal(Canary, (await Project.RunAsync(setting, "config", "get", "token")).Succeeded().Out.Trim());
        Assert.Contains(Canary, (await Project.RunAsync(setting, "stack", "export", "--show-secrets")).Succeeded().Out, StringComparison.Ordinal);
    }

    private void AssertNoPlainText() => Assert.DoesNotContain(
        Directory.EnumerateFiles(Project.PathOf(".pulumi"), "*", SearchOption.AllDirectories).Append(Project.PathOf(Settings)),
        file => File.ReadAllText(file).Contains(Canary, StringComparison.Ordinal));

    private string Read(string file) => File.ReadAllText(Project.PathOf(file));

    private (string Url, string EncryptedKey) KeyInSettings()
    {
        var lines = Read(Settings).Split('\n');
        return (Value("secretsprovider"), Value("encryptedkey"));

        string Value(string name) => lines.Single(line => line.StartsWith($"{name}: ", StringComparison.Ordinal))[(name.Length + 2)..];
    }
}
