using Azure.Identity;
using Provisioning.Verification.Checks;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Probes;
using Provisioning.Verification.Tests.Stacks;

namespace Provisioning.Verification.Tests.Checks;

public sealed class MembershipCheckTests
{
    private static readonly ProbeAnswer.Refused Refused = new(403, "", "Not a member");

    [Fact]
    public async Task Member_is_let_in() => Assert.Equal(Verdict.Held("1 workspace"), await TryAsync(new ProbeAnswer.Allowed("1 workspace"), "client-trainer"));

    [Fact]
    public async Task Registered_client_that_is_refused_is_not_granted()
    {
        var verdict = await TryAsync(Refused, "CLIENT-trainer");

        Assert.Equal((Outcome.NotGranted, "403 (Not a member); the client is client-trainer"), (verdict.Outcome, verdict.Detail));
    }

    [Fact]
    public async Task Token_of_another_client_is_wrong()
    {
        var verdict = await TryAsync(Refused, "client-scorer");

        Assert.Equal((Outcome.Wrong, "403; the token is of client client-scorer, and client-trainer is registered"), (verdict.Outcome, verdict.Detail));
        Assert.Contains("AZURE_CLIENT_ID", verdict.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Organization_that_is_not_there_is_wrong() =>
        Assert.Equal(Outcome.Wrong, (await TryAsync(new ProbeAnswer.Missing("404", "no such organization"), "client-trainer")).Outcome);

    [Fact]
    public async Task Service_that_does_not_answer_is_unavailable() =>
        Assert.Equal(Outcome.Unavailable, (await TryAsync(new ProbeAnswer.Unavailable("lost"), "client-trainer")).Outcome);

    [Fact]
    public async Task Identity_without_a_token_is_wrong() => Assert.Equal(
        new Verdict(Outcome.Wrong, "no token", "Deep Lake takes tokens for Azure Resource Manager; check that the identity gets one."),
        await TryAsync(Refused, new FixedCredential(failure: new AuthenticationFailedException("no token\nmore"))));

    private static Task<Verdict> TryAsync(ProbeAnswer answer, string client) =>
        TryAsync(answer, new FixedCredential(Tokens.Of($$"""{ "appid": "{{client}}" }""")));

    private static Task<Verdict> TryAsync(ProbeAnswer answer, FixedCredential credential)
    {
        var stack = SampleStack.WithWorkload("deeplake: [research]");
        return new MembershipCheck(stack.Plan.Registrations[0], new FixedProbe(answer), credential, stack.Outputs).TryAsync(CancellationToken.None);
    }
}
