using System.Net;
using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Provisioning.Verification.Checks;
using Provisioning.Verification.ControlPlane;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Tests.Stacks;

namespace Provisioning.Verification.Tests.Checks;

public sealed class SurplusCheckTests
{
    private readonly SampleStack stack = SampleStack.WithWorkload("reads: [data/datasets]");

    private AccessGrant Grant => stack.Plan.Grants.Single(grant => grant.Scope.Address == "storage.data/datasets");

    private (RoleReference, string, DateTimeOffset?) Declared => (Grant.Role, SampleStack.Id(Grant.Scope), null);

    [Fact]
    public async Task Roles_of_the_document_are_no_surplus() => Assert.Equal(Verdict.Held("1 role, of the document"), await TryAsync([Grant], Declared));

    [Fact]
    public async Task Role_that_the_document_does_not_have_is_named_with_its_scope()
    {
        var verdict = await TryAsync([Grant], Declared, (BuiltInRoles.Contributor, "/subscriptions/x", null));

        Assert.Equal((Outcome.TooMuch, "it also has Contributor on /subscriptions/x"), (verdict.Outcome, verdict.Detail));
    }

    [Fact]
    public async Task Role_at_a_wider_scope_than_the_documents_is_surplus() =>
        Assert.Equal(Outcome.TooMuch, (await TryAsync([Grant], (Grant.Role, "/subscriptions/x", null))).Outcome);

    [Fact]
    public async Task Who_is_granted_nothing_must_have_nothing()
    {
        Assert.Equal(Verdict.Held("no role"), await TryAsync([]));
        Assert.Equal(Outcome.TooMuch, (await TryAsync([], Declared)).Outcome);
    }

    [Fact]
    public async Task Observer_who_may_not_look_leaves_it_unchecked()
    {
        var verdict = await TryAsync([Grant], HttpStatusCode.Forbidden, """{ "error": { "code": "AuthorizationFailed" } }""");

        Assert.Equal((Outcome.Unchecked, "the role assignments cannot be read (403)"), (verdict.Outcome, verdict.Detail));
    }

    private Task<Verdict> TryAsync(AccessGrant[] grants, params (RoleReference, string, DateTimeOffset?)[] assigned) =>
        TryAsync(grants, HttpStatusCode.OK, AssignmentsJson.Of(assigned));

    private Task<Verdict> TryAsync(AccessGrant[] grants, HttpStatusCode status, string body)
    {
        var roles = new AssignedRoles(new ResourceReader(new FakeService(status, body).Target()), SampleStack.Subscription);
        return new SurplusCheck("principal-trainer", [.. grants], roles, stack.Outputs).TryAsync(CancellationToken.None);
    }
}
