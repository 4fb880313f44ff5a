using System.Net;
using Provisioning.Infra.Model;
using Provisioning.Verification.Checks;
using Provisioning.Verification.ControlPlane;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Tests.Stacks;

namespace Provisioning.Verification.Tests.Checks;

public sealed class AssignmentCheckTests
{
    private static readonly string Assigned = AssignmentsJson.Of((BuiltInRoles.StorageBlobDataReader, SampleStack.Id(Sample().Scope), null));

    [Theory]
    [InlineData(false, "assigned")]
    [InlineData(true, "assigned by Azure")]
    public async Task Assignment_holds_and_says_whose_it_is(bool isGrantedByAzure, string detail) =>
        Assert.Equal(Verdict.Held(detail), await TryAsync(HttpStatusCode.OK, Assigned, isGrantedByAzure));

    [Fact]
    public async Task Missing_assignment_is_not_granted()
    {
        var verdict = await TryAsync(HttpStatusCode.OK, AssignmentsJson.Of());

        Assert.Equal((Outcome.NotGranted, "Storage Blob Data Reader on storage.data/datasets is not assigned"), (verdict.Outcome, verdict.Detail));
    }

    [Fact]
    public async Task Observer_who_may_not_look_leaves_it_unchecked() =>
        Assert.Equal(Outcome.Unchecked, (await TryAsync(HttpStatusCode.Forbidden, """{ "error": { "code": "AuthorizationFailed" } }""")).Outcome);

    [Fact]
    public async Task Pages_of_a_long_list_are_read_to_the_last()
    {
        var service = new FakeService(path => (HttpStatusCode.OK, path.Contains("page=2", StringComparison.Ordinal)
            ? Assigned
            : """{ "value": [], "nextLink": "https://management.example/subscriptions?page=2" }"""));

        Assert.Equal(Outcome.Held, (await Check(service, false).TryAsync(CancellationToken.None)).Outcome);
        Assert.Equal(2, service.Paths.Count);
    }

    private static Infra.Access.AccessGrant Sample() =>
        SampleStack.WithWorkload("reads: [data/datasets]").Plan.Grants.Single(grant => grant.Scope.Address == "storage.data/datasets");

    private static Task<Verdict> TryAsync(HttpStatusCode status, string body, bool isGrantedByAzure = false) =>
        Check(new FakeService(status, body), isGrantedByAzure).TryAsync(CancellationToken.None);

    private static AssignmentCheck Check(FakeService service, bool isGrantedByAzure)
    {
        var target = service.Target();
        var outputs = SampleStack.WithWorkload("reads: [data/datasets]").Outputs;
        var diagnosis = new GrantDiagnosis(new AssignedRoles(new ResourceReader(target), SampleStack.Subscription), outputs, target.Time);
        return new AssignmentCheck(Sample() with { IsGrantedByAzure = isGrantedByAzure }, diagnosis);
    }
}
