using System.Net;
using Azure.Identity;
using Provisioning.Verification.Checks;
using Provisioning.Verification.ControlPlane;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Probes;
using Provisioning.Verification.Tests.Stacks;

namespace Provisioning.Verification.Tests.Checks;

public sealed class AccessCheckTests
{
    private static readonly ProbeAnswer Refused = new ProbeAnswer.Refused(403, "AuthorizationPermissionMismatch", "No.");

    [Fact]
    public async Task Permission_is_what_should_be() => Assert.Equal(Verdict.Held("the container is empty"), await TryAsync(new ProbeAnswer.Allowed("the container is empty")));

    [Fact]
    public async Task Refusal_is_explained_by_the_assignments()
    {
        var verdict = await TryAsync(Refused);

        Assert.Equal(
            (Outcome.NotGranted, "403 AuthorizationPermissionMismatch; Storage Blob Data Reader on storage.data/datasets is not assigned"),
            (verdict.Outcome, verdict.Detail));
    }

    [Fact]
    public async Task What_is_not_there_is_wrong()
    {
        var verdict = await TryAsync(new ProbeAnswer.Missing("ContainerNotFound", "gone"));

        Assert.Equal(new Verdict(Outcome.Wrong, "ContainerNotFound: gone", "Create it, or correct storage.data/datasets in the document."), verdict);
    }

    [Fact]
    public async Task Silence_is_unavailable() => Assert.Equal(Outcome.Unavailable, (await TryAsync(new ProbeAnswer.Unavailable("lost"))).Outcome);

    [Fact]
    public async Task Actor_without_a_token_for_the_service_is_wrong()
    {
        var verdict = await TryAsync(Refused, actor: new FixedCredential(failure: new AuthenticationFailedException("AADSTS500011\nmore")));

        Assert.Equal((Outcome.Wrong, "no token for this service: AADSTS500011"), (verdict.Outcome, verdict.Detail));
    }

    [Fact]
    public async Task Observer_without_a_token_is_no_finding_about_the_actor() => await Assert.ThrowsAsync<AuthenticationFailedException>(
        () => TryAsync(Refused, observer: new FixedCredential(failure: new AuthenticationFailedException("not signed in"))));

    private static Task<Verdict> TryAsync(ProbeAnswer answer, FixedCredential? actor = null, FixedCredential? observer = null)
    {
        var stack = SampleStack.WithWorkload("reads: [data/datasets]");
        var target = new FakeService(HttpStatusCode.OK, AssignmentsJson.Of()).Target() with { Observer = observer ?? new FixedCredential() };
        var diagnosis = new GrantDiagnosis(new AssignedRoles(new ResourceReader(target), SampleStack.Subscription), stack.Outputs, target.Time);
        var grant = stack.Plan.Grants.Single(grant => grant.Scope.Address == "storage.data/datasets");
        return new AccessCheck("reads", new FixedProbe(answer), actor ?? new FixedCredential(), grant, diagnosis).TryAsync(CancellationToken.None);
    }
}
