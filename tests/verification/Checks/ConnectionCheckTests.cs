using System.Net;
using Provisioning.Verification.Checks;
using Provisioning.Verification.ControlPlane;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Tests.Stacks;

namespace Provisioning.Verification.Tests.Checks;

public sealed class ConnectionCheckTests
{
    [Theory]
    [InlineData("""{ "authType": "ManagedIdentity", "target": "private.azurecr.example", "credentials": { "clientId": "CLIENT-trainer" } }""")]
    [InlineData("""{ "authType": "ManagedIdentity", "target": "private.azurecr.example", "credentials": null }""")]
    public async Task Connection_by_the_identity_holds(string properties) =>
        Assert.Equal(Verdict.Held("managed identity identities.trainer"), await TryAsync(HttpStatusCode.OK, properties));

    [Theory]
    [InlineData("""{ "authType": "UsernamePassword", "target": "private.azurecr.example" }""", "its authType is UsernamePassword instead of ManagedIdentity")]
    [InlineData("""{ "authType": "ManagedIdentity" }""", "its target is missing instead of private.azurecr.example")]
    [InlineData(
        """{ "authType": "ManagedIdentity", "target": "private.azurecr.example", "credentials": { "clientId": "client-scorer" } }""",
        "its clientId is client-scorer, which is not that of identities.trainer")]
    public async Task Connection_that_differs_is_wrong_in_what_differs(string properties, string detail)
    {
        var verdict = await TryAsync(HttpStatusCode.OK, properties);

        Assert.Equal((Outcome.Wrong, detail), (verdict.Outcome, verdict.Detail));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, Outcome.NotGranted, "the connection does not exist")]
    [InlineData(HttpStatusCode.Forbidden, Outcome.Unchecked, "the connection cannot be read (403)")]
    public async Task Connection_that_is_not_seen_is_missing_or_unchecked(HttpStatusCode status, Outcome outcome, string detail)
    {
        var verdict = await TryAsync(status, "{}");

        Assert.Equal((outcome, detail), (verdict.Outcome, verdict.Detail));
    }

    private static async Task<Verdict> TryAsync(HttpStatusCode status, string properties)
    {
        var stack = SampleStack.With("");
        var workspace = stack.Document.Workspaces[0];
        var service = new FakeService(status, $$"""{ "properties": {{properties}} }""");
        var check = new ConnectionCheck(workspace, workspace.Connections[0], new ResourceReader(service.Target()), stack.Outputs);

        var verdict = await check.TryAsync(CancellationToken.None);

        Assert.StartsWith("/workspaces/main/connections/base?", Assert.Single(service.Paths), StringComparison.Ordinal);
        return verdict;
    }
}
