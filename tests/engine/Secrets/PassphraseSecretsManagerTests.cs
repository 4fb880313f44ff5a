using Provisioning.Engine.Secrets;

namespace Provisioning.Engine.Tests.Secrets;

public sealed class PassphraseSecretsManagerTests
{
    [Fact]
    public async Task TheVectors_Pass()
    {
        var manager = Vectors.Manager;

        Assert.Equal("s3cr3t", await manager.DecryptAsync(Vectors.ConfigSecret, CancellationToken.None));
        Assert.Equal("\"s3cr3t\"", await manager.DecryptAsync(Vectors.StateSecret, CancellationToken.None));
        Assert.Equal(Vectors.ConfigSecret, await manager.EncryptAsync("s3cr3t", CancellationToken.None));
        Assert.Equal($$"""{"salt":"{{Vectors.Salt}}"}""", manager.StateJson);
    }

    [Fact]
    public async Task ANewSalt_HoldsTheProofOfItsPassphrase()
    {
        var manager = await PassphraseSecretsManager.CreateAsync(Vectors.Passphrase, new FixedRandom(0x07, 0x10, 0x20), CancellationToken.None);
        var opened = PassphraseSecretsManager.Open(manager.Salt, Vectors.Passphrase, new FixedRandom(0));

        Assert.StartsWith("v1:BwcHBwcHBwc=:v1:EBAQEBAQEBAQEBAQ:", manager.Salt.Text, StringComparison.Ordinal);
        Assert.Equal("x", await opened.DecryptAsync(await manager.EncryptAsync("x", CancellationToken.None), CancellationToken.None));
    }

    [Fact]
    public async Task AWrongPassphrase_IsNamedAtTheFirstUse()
    {
        var manager = Vectors.Open(new FixedRandom(0), "wrong horse");

        var failure = await Assert.ThrowsAsync<SecretsException>(() => manager.DecryptAsync(Vectors.ConfigSecret, CancellationToken.None).AsTask());

        Assert.Contains("PULUMI_CONFIG_PASSPHRASE", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong horse", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1:AAECAwQFBgc=")]
    [InlineData("v2:AAECAwQFBgc=:v1:a:b")]
    [InlineData("v1:***:v1:a:b")]
    public void WhatIsNoSalt_IsNotParsed(string text) => Assert.False(EncryptionSalt.TryParse(text, out _));
}
