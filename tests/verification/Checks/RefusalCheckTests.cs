using Azure.Identity;
using Provisioning.Verification.Checks;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Probes;

namespace Provisioning.Verification.Tests.Checks;

public sealed class RefusalCheckTests
{
    [Fact]
    public async Task Refusal_is_what_should_be() =>
        Assert.Equal(Verdict.Held("403 AuthorizationPermissionMismatch"), await TryAsync(new ProbeAnswer.Refused(403, "AuthorizationPermissionMismatch", "No.")));

    [Fact]
    public async Task Permission_is_too_much()
    {
        var verdict = await TryAsync(new ProbeAnswer.Allowed("a blob was written and deleted"));

        Assert.Equal((Outcome.TooMuch, "it is allowed: a blob was written and deleted"), (verdict.Outcome, verdict.Detail));
    }

    [Fact]
    public async Task What_is_not_there_was_not_tried() => Assert.Equal(Outcome.Unchecked, (await TryAsync(new ProbeAnswer.Missing("ContainerNotFound", "gone"))).Outcome);

    [Fact]
    public async Task Silence_is_no_refusal() => Assert.Equal(Outcome.Unavailable, (await TryAsync(new ProbeAnswer.Unavailable("lost"))).Outcome);

    [Fact]
    public async Task Lack_of_a_token_is_no_refusal()
    {
        var check = new RefusalCheck("to read", new FixedProbe(new ProbeAnswer.Refused(403, "", "")), new FixedCredential(failure: new AuthenticationFailedException("no token")));

        Assert.Equal(Outcome.Unavailable, (await check.TryAsync(CancellationToken.None)).Outcome);
    }

    private static Task<Verdict> TryAsync(ProbeAnswer answer) => new RefusalCheck("to read", new FixedProbe(answer), new FixedCredential()).TryAsync(CancellationToken.None);
}
