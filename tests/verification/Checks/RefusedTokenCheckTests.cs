using Azure.Identity;
using Provisioning.Verification.Checks;
using Provisioning.Verification.Findings;

namespace Provisioning.Verification.Tests.Checks;

public sealed class RefusedTokenCheckTests
{
    [Theory]
    [InlineData("AADSTS700213: no.", Outcome.Held, "AADSTS700213")]
    [InlineData("AADSTS70021: no.", Outcome.Held, "AADSTS70021")]
    [InlineData("AADSTS7002138: no.", Outcome.Wrong, "AADSTS7002138 instead of AADSTS700213")]
    [InlineData("AADSTS50013: no.", Outcome.Wrong, "AADSTS50013 instead of AADSTS700213")]
    [InlineData("connection lost\nat once", Outcome.Unavailable, "connection lost")]
    public async Task Refusal_proves_something_for_the_right_reason_alone(string said, Outcome outcome, string detail)
    {
        var verdict = await TryAsync(new FixedCredential(failure: new AuthenticationFailedException(said)));

        Assert.Equal((outcome, detail), (verdict.Outcome, verdict.Detail));
    }

    [Fact]
    public async Task Token_of_somebody_else_that_is_taken_is_too_much() => Assert.Equal(Outcome.TooMuch, (await TryAsync(new FixedCredential())).Outcome);

    private static Task<Verdict> TryAsync(FixedCredential credential)
    {
        var check = new RefusedTokenCheck(
            "with another subject", credential, "https://management.example/.default", [EntraRefusal.SubjectUnknown, EntraRefusal.NoMatch]);
        Assert.Equal("is refused with another subject", check.What);
        return check.TryAsync(CancellationToken.None);
    }
}
