using System.Net;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Platforms;
using Provisioning.Verification.Tests.Checks;
using Provisioning.Verification.Tests.Stacks;

namespace Provisioning.Verification.Tests;

/// <summary>The waiting of a verification, seen at the role that has no probe and at the sign-in.</summary>
public sealed class VerifierTests
{
    private static readonly SampleStack Stack = SampleStack.With("workloads:\n  train: { runsOn: { github: { repository: contoso/models, environment: prod } }, identity: scorer }");

    private readonly ManualClock clock = new();

    [Fact]
    public async Task What_is_not_yet_effective_is_tried_until_it_is()
    {
        // Entra begins to know the client after two seconds.
        var end = clock.GetUtcNow() + TimeSpan.FromSeconds(2);

        var signIn = await SignInAsync(new LateCredential(() => clock.GetUtcNow() >= end, 700016), TimeSpan.FromMinutes(10));

        Assert.Equal(Outcome.Held, signIn.Verdict.Outcome);
        Assert.InRange(signIn.Waited, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.Zero, signIn.Latency);
    }

    [Fact]
    public async Task Waiting_ends_at_the_limit()
    {
        var credential = new LateCredential(() => false, 700016);

        var signIn = await SignInAsync(credential, TimeSpan.FromSeconds(30));

        Assert.Equal((Outcome.NotYetEffective, TimeSpan.FromSeconds(30)), (signIn.Verdict.Outcome, signIn.Waited));
        Assert.True(credential.Asked > 5);
    }

    [Fact]
    public async Task Nothing_is_waited_for_unless_told_to()
    {
        var credential = new LateCredential(() => false, 700016);

        Assert.Equal(TimeSpan.Zero, (await SignInAsync(credential, TimeSpan.Zero)).Waited);
        Assert.Equal(1, credential.Asked);
    }

    [Fact]
    public async Task What_is_wrong_is_not_waited_for()
    {
        var credential = new LateCredential(() => false, 50034);

        Assert.Equal(TimeSpan.Zero, (await SignInAsync(credential, TimeSpan.FromMinutes(10))).Waited);
        Assert.Equal(1, credential.Asked);
    }

    [Fact]
    public async Task Each_look_reads_the_assignments_anew()
    {
        var stack = SampleStack.With("podIdentities:\n  scorer: { cluster: aks, identity: scorer, namespace: scoring, selector: scorer }");
        var assigned = AssignmentsJson.Of(stack.Plan.Grants.Select(grant => (grant.Role, SampleStack.Id(grant.Scope), (DateTimeOffset?)clock.GetUtcNow())));
        var service = new FakeService(HttpStatusCode.OK, assigned);

        await FindingsAsync(stack, service, "podIdentities.scorer", new LateCredential(() => false, 0), TimeSpan.FromSeconds(1));

        Assert.True(service.Paths.Count(path => path.Contains("principal-aks.kubelet", StringComparison.Ordinal)) > 2);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait()
    {
        using var stop = new CancellationTokenSource();
        var waiting = new ManualClock { Rings = false };
        var verifier = new Verifier(
            Stack.Document, Stack.Outputs, new FakeService(HttpStatusCode.OK, AssignmentsJson.Of()).Target(waiting), new OpenPlatform(new LateCredential(stop.Cancel, 700016)));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in verifier.RunAsync(verifier.Actors, new WaitPolicy(TimeSpan.FromMinutes(10)), stop.Token))
                Assert.Fail("Nothing was found before the cancellation.");
        });
    }

    [Fact]
    public async Task Who_cannot_sign_in_is_tried_no_further()
    {
        var findings = await FindingsAsync(Stack, Service(), "workloads.train", new LateCredential(() => false, 50034), TimeSpan.Zero);

        Assert.Equal(["signs in", "has no other role"], findings.Select(finding => finding.Check));
    }

    [Fact]
    public async Task Identity_of_Azure_alone_is_no_gap()
    {
        var platform = new OpenPlatform(new PlatformAccess.Closed("Only Azure itself acts as this identity", ""));

        Assert.DoesNotContain(await FindingsAsync(Stack, Service(), "workspaces.main", platform, TimeSpan.Zero), finding => finding.Verdict.Outcome is Outcome.Unchecked);
    }

    [Fact]
    public async Task Place_that_cannot_be_taken_is_a_gap_with_its_remedy()
    {
        var platform = new OpenPlatform(new PlatformAccess.Closed("elsewhere", "Run it there."));

        var finding = (await FindingsAsync(Stack, Service(), "workloads.train", platform, TimeSpan.Zero))[0];
        Assert.Equal(("signs in", new Verdict(Outcome.Unchecked, "elsewhere", "Run it there.")), (finding.Check, finding.Verdict));
    }

    [Fact]
    public async Task Platform_that_refuses_is_wrong()
    {
        var platform = new OpenPlatform(new PlatformAccess.Refused("no compute", "Run up."));

        Assert.Equal(new Verdict(Outcome.Wrong, "no compute", "Run up."), (await FindingsAsync(Stack, Service(), "workloads.train", platform, TimeSpan.Zero))[0].Verdict);
    }

    private static FakeService Service() => new(HttpStatusCode.OK, AssignmentsJson.Of());

    private async Task<Finding> SignInAsync(LateCredential credential, TimeSpan limit) =>
        (await FindingsAsync(Stack, Service(), "workloads.train", credential, limit))[0];

    private Task<IReadOnlyList<Finding>> FindingsAsync(SampleStack stack, FakeService service, string actor, LateCredential credential, TimeSpan limit) =>
        FindingsAsync(stack, service, actor, new OpenPlatform(credential), limit);

    private async Task<IReadOnlyList<Finding>> FindingsAsync(SampleStack stack, FakeService service, string actor, IPlatform platform, TimeSpan limit)
    {
        var verifier = new Verifier(stack.Document, stack.Outputs, service.Target(clock), platform);
        var found = new List<ActorFindings>();
        await foreach (var one in verifier.RunAsync([.. verifier.Actors.Where(one => one.Name == actor)], new WaitPolicy(limit), CancellationToken.None))
            found.Add(one);
        return Assert.Single(found).Findings;
    }
}
