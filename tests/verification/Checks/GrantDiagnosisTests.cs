using System.Net;
using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Provisioning.Verification.Checks;
using Provisioning.Verification.ControlPlane;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Tests.Stacks;

namespace Provisioning.Verification.Tests.Checks;

public sealed class GrantDiagnosisTests
{
    private const string Said = "403 AuthorizationPermissionMismatch";

    private readonly ManualClock clock = new();
    private readonly SampleStack stack = SampleStack.WithWorkload("reads: [data/datasets]");

    private AccessGrant Grant => stack.Plan.Grants.Single(grant => grant.Scope.Address == "storage.data/datasets");

    [Fact]
    public async Task Role_that_is_not_assigned_is_not_granted()
    {
        var verdict = await ExplainAsync(HttpStatusCode.OK, AssignmentsJson.Of((BuiltInRoles.Reader, SampleStack.Id(Grant.Scope), clock.GetUtcNow())));

        Assert.Equal(Outcome.NotGranted, verdict.Outcome);
        Assert.Equal($"{Said}; Storage Blob Data Reader on storage.data/datasets is not assigned", verdict.Detail);
    }

    [Fact]
    public async Task Role_at_another_scope_is_not_the_one() =>
        Assert.Equal(Outcome.NotGranted, (await ExplainAsync(HttpStatusCode.OK, Assigned(SampleStack.Id(Grant.Scope) + "2", TimeSpan.Zero))).Outcome);

    [Fact]
    public async Task Role_that_was_just_assigned_is_not_yet_effective()
    {
        // Azure returns ids in whatever case it likes.
        var verdict = await ExplainAsync(HttpStatusCode.OK, Assigned(SampleStack.Id(Grant.Scope).ToUpperInvariant(), TimeSpan.FromSeconds(65)));

        Assert.Equal(Outcome.NotYetEffective, verdict.Outcome);
        Assert.Equal($"{Said}; Storage Blob Data Reader was assigned 1 min 5 s ago", verdict.Detail);
        Assert.Contains("--wait 10m", verdict.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1800, Outcome.NotYetEffective)]
    [InlineData(1801, Outcome.Wrong)]
    public async Task Role_of_more_than_half_an_hour_is_not_what_is_missing(int seconds, Outcome outcome) =>
        Assert.Equal(outcome, (await ExplainAsync(HttpStatusCode.OK, Assigned(SampleStack.Id(Grant.Scope), TimeSpan.FromSeconds(seconds)))).Outcome);

    [Fact]
    public async Task Role_of_unknown_age_may_be_new()
    {
        var verdict = await ExplainAsync(HttpStatusCode.OK, AssignmentsJson.Of((BuiltInRoles.StorageBlobDataReader, SampleStack.Id(Grant.Scope), null)));

        Assert.Equal((Outcome.NotYetEffective, $"{Said}; Storage Blob Data Reader was assigned already"), (verdict.Outcome, verdict.Detail));
    }

    [Fact]
    public async Task Observer_who_may_not_look_is_told_who_may()
    {
        var verdict = await ExplainAsync(HttpStatusCode.Forbidden, """{ "error": { "code": "AuthorizationFailed", "message": "No." } }""");

        Assert.Equal((Outcome.NotGranted, $"{Said}; the role assignments cannot be read (403)"), (verdict.Outcome, verdict.Detail));
        Assert.Contains("Reader", verdict.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void What_Azure_should_have_assigned_is_not_put_back_by_the_stack()
    {
        var verdict = GrantDiagnosis.NotAssigned(Grant with { IsGrantedByAzure = true });

        Assert.Equal("Azure has not assigned Storage Blob Data Reader on storage.data/datasets", verdict.Detail);
        Assert.DoesNotContain("up --refresh", verdict.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scope_above_subscriptions_is_looked_for_in_that_of_the_stack()
    {
        var service = new FakeService(HttpStatusCode.OK, AssignmentsJson.Of());
        var roles = new AssignedRoles(new ResourceReader(service.Target(clock)), SampleStack.Subscription);

        await roles.OfAsync("/providers/Microsoft.Management/managementGroups/contoso", "someone", CancellationToken.None);

        Assert.StartsWith($"/subscriptions/{SampleStack.Subscription}/providers/Microsoft.Authorization/roleAssignments?", Assert.Single(service.Paths), StringComparison.Ordinal);
    }

    private string Assigned(string scope, TimeSpan age) => AssignmentsJson.Of((BuiltInRoles.StorageBlobDataReader, scope, clock.GetUtcNow() - age));

    private Task<Verdict> ExplainAsync(HttpStatusCode status, string body)
    {
        var roles = new AssignedRoles(new ResourceReader(new FakeService(status, body).Target(clock)), SampleStack.Subscription);
        return new GrantDiagnosis(roles, stack.Outputs, clock).ExplainAsync(Grant, Said, CancellationToken.None);
    }
}
