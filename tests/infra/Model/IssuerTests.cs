using Provisioning.Infra.Model;

namespace Provisioning.Infra.Tests.Model;

public sealed class IssuerTests
{
    [Theory]
    [InlineData("https://token.actions.githubusercontent.com")]
    [InlineData("https://westeurope.oic.prod-aks.azure.com/a/b/")]
    [InlineData("http://127.0.0.1:8443/oidc")]
    public void Issuer_is_kept_byte_for_byte(string text) => Assert.Equal(text, Issuer.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("token.actions.githubusercontent.com")]
    [InlineData("http://example.com")]
    [InlineData("https://example.com/?a=b")]
    [InlineData("https://example.com/#a")]
    [InlineData("https://user@example.com/")]
    [InlineData(" https://example.com")]
    [InlineData("https://example.com/a b")]
    [InlineData("ftp://example.com")]
    public void Address_that_entra_cannot_use_is_refused(string text) => Assert.False(Issuer.TryParse(text, out _));

    [Fact]
    public void Issuer_of_more_than_600_characters_is_refused() =>
        Assert.False(Issuer.TryParse("https://example.com/" + new string('a', 600), out _));
}
