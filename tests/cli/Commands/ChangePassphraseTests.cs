namespace Provisioning.Cli.Tests.Commands;

/// <summary><c>stack change-secrets-provider</c>, with secrets in the state and in the settings.</summary>
public sealed class ChangePassphraseTests : IAsyncLifetime
{
    private const string Settings = "Pulumi.local.yaml";

    private CommandFolder? opened;

    private CommandFolder Project => opened ?? throw new InvalidOperationException("The project is opened before each test.");

    public async Task InitializeAsync()
    {
        opened = await CommandFolder.WithStateAsync();
        await Project.RunAsync("config", "set", "--secret", "key", "canary-key");
        await Project.RunAsync("config", "set", "--secret", "--path", "hosts[0].token", "canary-token");
        Project.Write(Settings, "# by hand\n" + Project.Read(Settings));
    }

    public Task DisposeAsync()
    {
        Project.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task AllSecrets_GoWithTheNewPassphraseOnly()
    {
        var (exit, output, error) = await ChangeAsync();

        Assert.True(exit == ExitCode.Success, error);
        Assert.DoesNotContain("new-phrase", output, StringComparison.Ordinal);
        Assert.StartsWith("# by hand\n", Project.Read(Settings), StringComparison.Ordinal);
        Assert.StartsWith("error ACC6003: ", (await Project.RunAsync("stack", "export", "--show-secrets")).Error, StringComparison.Ordinal);
        Assert.StartsWith("error ACC6003: ", (await Project.RunAsync("config", "get", "key")).Error, StringComparison.Ordinal);
        await AssertNewAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AChangeThatStoppedBetweenTheFiles_IsEndedByDoingItAgain(bool stateWasWritten)
    {
        var (settings, state) = (Project.Read(Settings), await File.ReadAllTextAsync(Project.StateFile));
        await ChangeAsync();
        if (stateWasWritten)
            Project.Write(Settings, settings);
        else
            await File.WriteAllTextAsync(Project.StateFile, state);

        var (exit, _, error) = await ChangeAsync();

        Assert.True(exit == ExitCode.Success, error);
        await AssertNewAsync();
    }

    [Fact]
    public async Task AWrongOldPassphrase_ChangesNothing()
    {
        var (settings, state) = (Project.Read(Settings), await File.ReadAllTextAsync(Project.StateFile));
        Project.Variables["PULUMI_CONFIG_PASSPHRASE"] = "wrong";

        var (exit, _, error) = await ChangeAsync();

        Assert.Equal(ExitCode.Usage, exit);
        Assert.StartsWith("error ACC6003: ", error, StringComparison.Ordinal);
        Assert.Equal((settings, state), (Project.Read(Settings), await File.ReadAllTextAsync(Project.StateFile)));
    }

    [Theory]
    [InlineData("ACC6025", "new-phrase\n", "azurekeyvault://acme.example.com/keys/pulumi")]
    [InlineData("ACC6025", "new-phrase\n", "azurekeyvault://acme.vault.azure.net/keys/pulumi?algorithm=none")]
    [InlineData("ACC6025", "new-phrase\n", "awskms://alias/pulumi")]
    [InlineData("ACC6026", "", "passphrase")]
    public async Task WhatCannotBe_IsSaid(string id, string input, string provider)
    {
        Project.Input = input;

        var (exit, _, error) = await Project.RunAsync("stack", "change-secrets-provider", provider);

        Assert.Equal(ExitCode.Usage, exit);
        Assert.StartsWith($"error {id}: ", error, StringComparison.Ordinal);
    }

    private async Task<(ExitCode Exit, string Out, string Error)> ChangeAsync()
    {
        Project.Input = "new-phrase\n";
        return await Project.RunAsync("stack", "change-secrets-provider", "passphrase");
    }

    private async Task AssertNewAsync()
    {
        Project.Variables["PULUMI_CONFIG_PASSPHRASE"] = "new-phrase";
        Assert.Equal(3, (await Project.RunAsync("stack", "export", "--show-secrets")).Out.Split("canary-value").Length);
        Assert.Equal("canary-key", (await Project.RunAsync("config", "get", "key")).Out.Trim());
        Assert.Equal("canary-token", (await Project.RunAsync("config", "get", "--path", "hosts[0].token")).Out.Trim());
        var salt = Project.Read(Settings).Split('\n').Single(line => line.StartsWith("encryptionsalt: ", StringComparison.Ordinal))["encryptionsalt: ".Length..];
        Assert.Contains(salt, await File.ReadAllTextAsync(Project.StateFile), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", Project.Read(Settings) + await File.ReadAllTextAsync(Project.StateFile), StringComparison.Ordinal);
    }
}
