using Provisioning.Engine.Projects;
using Provisioning.Engine.Secrets;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Tests.Secrets;

public sealed class CloudSecretsManagerTests
{
    /// <summary>The data key of <see cref="Vectors"/>, as <see cref="FakeKeeper"/> encrypts it.</summary>
    private static readonly string EncryptedKey = Convert.ToBase64String([.. "k:"u8, .. Convert.FromHexString(Vectors.Key)]);

    private static readonly StackSettings Settings = new() { SecretsProvider = FakeKeeper.Url, EncryptedKey = EncryptedKey };

    private readonly FakeKeeper keeper = new();

    [Fact]
    public async Task CiphertextsOfADataKey_AreThoseOfAnyOtherKey()
    {
        var manager = await ForSettings(Settings, new FixedRandom(0x20));

        Assert.Equal("s3cr3t", await manager.DecryptAsync(Vectors.ConfigSecret, CancellationToken.None));
        Assert.Equal(Vectors.ConfigSecret, await manager.EncryptAsync("s3cr3t", CancellationToken.None));
        Assert.Equal("\"s3cr3t\"", await manager.DecryptAsync(Vectors.StateSecret, CancellationToken.None));
    }

    [Fact]
    public async Task TheStateOfTheManager_HasTheMembersInPulumisOrder() =>
        Assert.Equal($$"""{"url":"{{FakeKeeper.Url}}","encryptedkey":"{{EncryptedKey}}"}""", (await ForSettings(Settings)).StateJson);

    [Fact]
    public async Task TheVault_IsAskedOnce_HoweverManySecretsThereAre()
    {
        var managers = Managers(new FixedRandom(1));
        var configured = await managers.ForSettingsAsync(Settings, NoSave, CancellationToken.None);
        var ofState = await managers.ForStateAsync(new SecretsProviderState("cloud", configured.StateJson), configured, CancellationToken.None);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => ofState.EncryptAsync($"{number}", CancellationToken.None).AsTask()));

        Assert.Same(configured, ofState);
        Assert.Equal(1, keeper.Requests);
    }

    [Fact]
    public async Task SettingsWithoutADataKey_GetOneWithTheFirstSecret_AndTheVersionThatEncryptedIt()
    {
        var saved = new List<SecretsSettings>();
        var manager = await Managers(new FixedRandom(5)).ForSettingsAsync(
            new StackSettings { SecretsProvider = FakeKeeper.Url }, (settings, _) => { saved.Add(settings); return Task.CompletedTask; }, CancellationToken.None);
        Assert.Equal(("", 0), (manager.StateJson, keeper.Requests));

        var ciphertext = await manager.EncryptAsync("a", CancellationToken.None);

        var settings = Assert.Single(saved);
        Assert.Equal($"{FakeKeeper.Url}/1", settings.Provider);
        var again = await ForSettings(new StackSettings { SecretsProvider = settings.Provider, EncryptedKey = settings.EncryptedKey });
        Assert.Equal(manager.StateJson, again.StateJson);
        Assert.Equal("a", await again.DecryptAsync(ciphertext, CancellationToken.None));
    }

    [Fact]
    public async Task AnOverride_IsAskedInPlaceOfTheUrl_AndWrittenNowhere()
    {
        var manager = await new SecretsManagers(new FakePassphrase(null), new FixedRandom(1)) { Keepers = keeper.Keepers("vault://other/keys/k") }
            .ForSettingsAsync(Settings, NoSave, CancellationToken.None);

        Assert.Equal("s3cr3t", await manager.DecryptAsync(Vectors.ConfigSecret, CancellationToken.None));
        Assert.Equal(["vault://other/keys/k"], keeper.Opened);
        Assert.Contains(FakeKeeper.Url, manager.StateJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARefusalOfTheVault_IsToldAtTheFirstSecret()
    {
        keeper.Refusal = new SecretsException(SecretsRefusal.AccessDenied, "No.");
        var manager = await ForSettings(Settings);

        var failure = await Assert.ThrowsAsync<SecretsException>(() => manager.EncryptAsync("a", CancellationToken.None).AsTask());

        Assert.Same(keeper.Refusal, failure);
    }

    [Theory]
    [InlineData("""{"url":"vault://v/keys/k"}""", SecretsRefusal.UnusableProvider)]
    [InlineData("""{"url":"vault://v/keys/k","encryptedkey":"no base64!"}""", SecretsRefusal.UnusableProvider)]
    [InlineData("""{"url":"awskms://alias/k","encryptedkey":"QUJD"}""", SecretsRefusal.UnusableProvider)]
    [InlineData("""{"url":"vault://v/keys/k","encryptedkey":"QUJD"}""", SecretsRefusal.UnusableKey)]
    [InlineData("{}", SecretsRefusal.UnusableProvider)]
    public async Task AStateThatCannotBeUsed_IsKeptAndToldAtTheFirstSecret(string state, SecretsRefusal refusal)
    {
        var manager = await Managers(new FixedRandom(1)).ForStateAsync(new SecretsProviderState("cloud", state), null, CancellationToken.None);

        var failure = await Assert.ThrowsAsync<SecretsException>(() => manager.DecryptAsync(Vectors.ConfigSecret, CancellationToken.None).AsTask());

        Assert.Equal((state, refusal), (manager.StateJson, failure.Refusal));
    }

    private static Task NoSave(SecretsSettings settings, CancellationToken cancellationToken) => Task.CompletedTask;

    private SecretsManagers Managers(FixedRandom random) => new(new FakePassphrase(null), random) { Keepers = keeper.Keepers() };

    private Task<ISecretsManager> ForSettings(StackSettings settings, FixedRandom? random = null) =>
        Managers(random ?? new FixedRandom(1)).ForSettingsAsync(settings, NoSave, CancellationToken.None);
}
