using Provisioning.Backends.Azure.Blobs;
using Provisioning.Engine.Backends;

namespace Provisioning.Backends.Azure.Tests.Blobs;

public sealed class BlobLocationTests
{
    [Theory]
    [InlineData("azblob://states?storage_account=acme", "https://acme.blob.core.windows.net/")]
    [InlineData("azblob://states?storage_account=acme&domain=blob.core.chinacloudapi.cn", "https://acme.blob.core.chinacloudapi.cn/")]
    [InlineData("azblob://states?storage_account=acme&domain=localhost:10000&protocol=http", "http://localhost:10000/acme")]
    [InlineData("azblob://states?storage_account=acme&domain=127.0.0.1:10000&protocol=http", "http://127.0.0.1:10000/acme")]
    [InlineData("azblob://states?storage_account=acme&domain=azurite:10000&protocol=http&localemu=true", "http://azurite:10000/acme")]
    [InlineData("azblob://states?storage_account=acme&domain=files.example.com&cdn=true", "https://files.example.com/")]
    public void AUrl_LeadsToAService(string url, string service) => Assert.Equal(service, Parse(url).Service?.AbsoluteUri);

    [Theory]
    [InlineData("AZURE_STORAGE_ACCOUNT", "acme", "azblob://states", "https://acme.blob.core.windows.net/")]
    [InlineData("AZURE_STORAGE_ACCOUNT", "acme", "azblob://states?storage_account=other", "https://other.blob.core.windows.net/")]
    [InlineData("AZURE_STORAGE_DOMAIN", "example.com", "azblob://states?storage_account=acme", "https://acme.example.com/")]
    [InlineData("AZURE_STORAGE_PROTOCOL", "http", "azblob://states?storage_account=acme", "http://acme.blob.core.windows.net/")]
    [InlineData("AZURE_STORAGE_IS_CDN", "true", "azblob://states?storage_account=acme&domain=example.com", "https://example.com/")]
    [InlineData("AZURE_STORAGE_IS_LOCAL_EMULATOR", "1", "azblob://states?storage_account=acme&domain=example.com", "https://example.com/acme")]
    public void AVariable_StandsInForAParameter(string variable, string value, string url, string service) =>
        Assert.Equal(service, BlobLocation.Parse(url, name => name == variable ? value : null).Service?.AbsoluteUri);

    [Theory]
    [InlineData("azblob://states", "states", "")]
    [InlineData("azblob://states/", "states", "")]
    [InlineData("azblob://states/team", "states", "team/")]
    [InlineData("azblob://states/team/a/?storage_account=acme", "states", "team/a/")]
    [InlineData("azblob://states/50%25%20off", "states", "50__0x25__ off/")]
    [InlineData("azblob://states/a/../b", "states", "a/..__0x2f__b/")]
    [InlineData("azblob://$web", "$web", "")]
    public void AUrl_NamesContainerAndPrefix(string url, string container, string prefix)
    {
        var location = Parse(url);

        Assert.Equal((container, prefix), (location.Container, location.Prefix));
    }

    [Theory]
    [InlineData("azblob://", "cannot name a container")]
    [InlineData("azblob:///team", "cannot name a container")]
    [InlineData("azblob://States", "'States' cannot name a container")]
    [InlineData("azblob://states?storage_account=a_b", "'a_b' cannot name a storage account")]
    [InlineData("azblob://states?storage_account=acme&protocol=ftp", "not 'ftp'")]
    [InlineData("azblob://states?storage_account=acme&localemu=maybe", "'localemu'")]
    [InlineData("azblob://states?storage_account=acme&domain=a%20b", "'a b' cannot be the domain")]
    public void AWrongUrl_IsRefused(string url, string reason) =>
        Assert.Contains(reason, Assert.Throws<BackendException>(() => Parse(url)).Message, StringComparison.Ordinal);

    [Fact]
    public void AnUnknownParameter_IsRefusedWithoutItsValue()
    {
        var failure = Assert.Throws<BackendException>(() => Parse("azblob://states?sig=top-secret"));

        Assert.Contains("no parameter 'sig'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("AZURE_STORAGE_SAS_TOKEN", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("top-secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UserInformation_IsNotShown() =>
        Assert.Equal("azblob://states/team?storage_account=acme", Parse("azblob://me:top-secret@states/team?storage_account=acme").Url);

    [Theory]
    [InlineData("plain/key.json", "plain/key.json")]
    [InlineData("a\tb\"c#d%e?f\\g\x7fh", "a__0x9__b__0x22__c__0x23__d__0x25__e__0x3f__f__0x5c__g__0x7f__h")]
    [InlineData("../x", "..__0x2f__x")]
    [InlineData("a/./b", "a/./b")]
    public void AKey_IsEscapedAsPulumiDoes(string key, string escaped) => Assert.Equal(escaped, BlobKey.Escape(key));

    private static BlobLocation Parse(string url) => BlobLocation.Parse(url, _ => null);
}
