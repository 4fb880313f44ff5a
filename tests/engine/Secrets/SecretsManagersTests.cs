using Provisioning.Engine.Projects;
using Provisioning.Engine.Secrets;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Tests.Secrets;

public sealed class SecretsManagersTests
{
    private static readonly StackSettings Salted = new() { EncryptionSalt = Vectors.Salt };

    [Fact]
    public async Task SettingsWithASalt_GiveItsManager()
    {
        var manager = await ForSettings(Salted, Vectors.Passphrase);

        Assert.Equal($$"""{"salt":"{{Vectors.Salt}}"}""", manager.StateJson);
        Assert.Equal("s3cr3t", await manager.DecryptAsync(Vectors.ConfigSecret, CancellationToken.None));
    }

    [Fact]
    public async Task WithoutAPassphrase_TheManagerKeepsItsStateAndRefusesItsUse()
    {
        var manager = await ForSettings(Salted, passphrase: null);

        Assert.Equal($$"""{"salt":"{{Vectors.Salt}}"}""", manager.StateJson);
        var failure = await Assert.ThrowsAsync<SecretsException>(() => manager.DecryptAsync(Vectors.ConfigSecret, CancellationToken.None).AsTask());
        Assert.Contains("PULUMI_CONFIG_PASSPHRASE_FILE", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SettingsWithoutASalt_GetOneWithTheFirstSecret()
    {
        var saved = new List<SecretsSettings>();
        var passphrase = new FakePassphrase(Vectors.Passphrase);
        var manager = await new SecretsManagers(passphrase, new FixedRandom(0x01)).ForSettingsAsync(
            new StackSettings(), (salt, _) => { saved.Add(salt); return Task.CompletedTask; }, CancellationToken.None);
        Assert.Equal(("", 0), (manager.StateJson, passphrase.Requests));

        var ciphertexts = await Task.WhenAll(
            manager.EncryptAsync("a", CancellationToken.None).AsTask(), manager.EncryptAsync("b", CancellationToken.None).AsTask());

        var salt = Assert.Single(saved);
        Assert.Equal($$"""{"salt":"{{salt.EncryptionSalt}}"}""", manager.StateJson);
        Assert.Equal("b", await manager.DecryptAsync(ciphertexts[1], CancellationToken.None));
    }

    [Fact]
    public async Task SettingsWithoutASaltAndNoPassphrase_RefuseTheFirstSecret()
    {
        var manager = await ForSettings(new StackSettings(), passphrase: null);

        var failure = await Assert.ThrowsAsync<SecretsException>(() => manager.EncryptAsync("a", CancellationToken.None).AsTask());

        Assert.Contains("PULUMI_CONFIG_PASSPHRASE", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADamagedSalt_IsRefused()
    {
        var failure = await Assert.ThrowsAsync<SecretsException>(() => ForSettings(new StackSettings { EncryptionSalt = "v1:x" }, "p"));

        Assert.Contains("encryptionsalt", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKeyInAVaultThatCannotBeUsed_KeepsItsStateAndRefusesItsUse()
    {
        var manager = await ForSettings(
            new StackSettings { SecretsProvider = "azurekeyvault://v.vault.azure.net/keys/k", EncryptedKey = "QUJD" }, "p");

        Assert.Equal("""{"url":"azurekeyvault://v.vault.azure.net/keys/k","encryptedkey":"QUJD"}""", manager.StateJson);
        var failure = await Assert.ThrowsAsync<SecretsException>(() => manager.EncryptAsync("a", CancellationToken.None).AsTask());
        Assert.Contains("azurekeyvault://v.vault.azure.net/keys/k", failure.Message, StringComparison.Ordinal);
        Assert.Equal(SecretsRefusal.UnusableProvider, failure.Refusal);
    }

    [Fact]
    public async Task AStateOfTheSameManager_TakesTheOneOfTheSettings()
    {
        var managers = new SecretsManagers(new FakePassphrase(null), new FixedRandom(1));
        var configured = await managers.ForSettingsAsync(Salted, NoSave, CancellationToken.None);

        var manager = await managers.ForStateAsync(new SecretsProviderState("passphrase", configured.StateJson), configured, CancellationToken.None);

        Assert.Same(configured, manager);
    }

    [Fact]
    public async Task AStateOfAnotherSalt_GetsItsOwnManager()
    {
        var managers = new SecretsManagers(new FakePassphrase(Vectors.Passphrase), new FixedRandom(1));
        var configured = await managers.ForSettingsAsync(new StackSettings(), NoSave, CancellationToken.None);

        var manager = await managers.ForStateAsync(
            new SecretsProviderState("passphrase", $$"""{"salt":"{{Vectors.Salt}}"}"""), configured, CancellationToken.None);

        Assert.Equal("s3cr3t", await manager.DecryptAsync(Vectors.ConfigSecret, CancellationToken.None));
    }

    [Theory]
    [InlineData("service", "{}", "'service'")]
    [InlineData("passphrase", "{}", "without a salt")]
    public async Task AStateOfAnUnknownManager_IsRefused(string type, string state, string reason)
    {
        var managers = new SecretsManagers(new FakePassphrase("p"), new FixedRandom(1));
        var configured = await managers.ForSettingsAsync(new StackSettings(), NoSave, CancellationToken.None);

        var failure = await Assert.ThrowsAsync<SecretsException>(
            () => managers.ForStateAsync(new SecretsProviderState(type, state), configured, CancellationToken.None));

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    private static Task<ISecretsManager> ForSettings(StackSettings settings, string? passphrase) =>
        new SecretsManagers(new FakePassphrase(passphrase), new FixedRandom(1)).ForSettingsAsync(settings, NoSave, CancellationToken.None);

    private static Task NoSave(SecretsSettings saved, CancellationToken cancellationToken) => Task.CompletedTask;
}
