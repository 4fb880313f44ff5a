using Provisioning.Engine.Secrets;

namespace Provisioning.Engine.Tests.Secrets;

public sealed class EnvironmentPassphraseSourceTests
{
    [Theory]
    [InlineData("from variable")]
    [InlineData("")]
    public async Task TheVariable_CountsWhenItIsSet(string passphrase)
    {
        using var folder = new TemporaryFolder();
        folder.Write("pass", "from file");

        Assert.Equal(passphrase, await Get(("PULUMI_CONFIG_PASSPHRASE", passphrase), ("PULUMI_CONFIG_PASSPHRASE_FILE", folder.At("pass"))));
    }

    [Fact]
    public async Task TheFile_IsTrimmed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("pass", " from file \n");

        Assert.Equal("from file", await Get(("PULUMI_CONFIG_PASSPHRASE_FILE", folder.At("pass"))));
    }

    [Fact]
    public async Task NothingSet_IsNoPassphrase() => Assert.Null(await Get());

    [Fact]
    public async Task AMissingFile_IsNamed()
    {
        var failure = await Assert.ThrowsAsync<SecretsException>(() => Get(("PULUMI_CONFIG_PASSPHRASE_FILE", "/nowhere/pass")));

        Assert.Contains("/nowhere/pass", failure.Message, StringComparison.Ordinal);
    }

    private static Task<string?> Get(params (string Name, string Value)[] variables) =>
        new EnvironmentPassphraseSource(name => variables.FirstOrDefault(variable => variable.Name == name).Value).GetAsync(CancellationToken.None).AsTask();
}
