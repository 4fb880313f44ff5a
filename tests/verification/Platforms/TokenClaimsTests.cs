using Provisioning.Verification.Platforms;

namespace Provisioning.Verification.Tests.Platforms;

public sealed class TokenClaimsTests
{
    [Fact]
    public void Claims_are_read_as_texts()
    {
        var claims = TokenClaims.Of(Tokens.Of("""{ "sub": "me", "aud": ["first", "second"], "exp": 1, "amr": [] }""") + "\n");

        Assert.NotNull(claims);
        Assert.Equal(["me", "first", "", "", ""], new[] { "sub", "aud", "exp", "amr", "iss" }.Select(claims.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("opaque")]
    [InlineData("a.b")]
    [InlineData("a.?.c")]
    [InlineData("a.bm8ganNvbg.c")]
    [InlineData("a.MQ.c")]
    public void What_is_no_token_has_no_claims(string text) => Assert.Null(TokenClaims.Of(text));
}
