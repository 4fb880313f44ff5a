using System.Net;
using Azure.Identity;
using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Provisioning.Verification.Actors;
using Provisioning.Verification.Checks;
using Provisioning.Verification.ControlPlane;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Platforms;
using Provisioning.Verification.Tests.Stacks;

namespace Provisioning.Verification.Tests.Checks;

public sealed class SignInDiagnosisTests
{
    private const string Identity = "/identities/trainer";

    private static readonly Trust Own = new("https://issuer.example/", "repo:contoso/models", "api://AzureADTokenExchange");

    private readonly ManualClock clock = new();

    [Theory]
    [InlineData("https://issuer.example", "repo:contoso/models", "api://AzureADTokenExchange", "trusts the issuer https://issuer.example, and the token is of https://issuer.example/")]
    [InlineData("https://issuer.example/", "repo:Contoso/models", "api://AzureADTokenExchange", "trusts the subject repo:Contoso/models, which differs in case from repo:contoso/models")]
    [InlineData("https://issuer.example/", "repo:contoso/others", "api://AzureADTokenExchange", "trusts the subject repo:contoso/others, and the token is for repo:contoso/models")]
    [InlineData("https://issuer.example/", "repo:contoso/models", "api://other", "trusts the audience api://other, and the token is for api://AzureADTokenExchange")]
    public async Task Credential_that_differs_in_one_thing_is_wrong_in_it(string issuer, string subject, string audience, string difference)
    {
        var verdict = await ExplainAsync(700213, Trusted(issuer, subject, audience));

        Assert.Equal((Outcome.Wrong, $"AADSTS700213; the credential 'github' {difference}"), (verdict.Outcome, verdict.Detail));
    }

    [Fact]
    public async Task Credential_that_is_as_it_should_be_is_not_yet_effective() =>
        Assert.Equal(Outcome.NotYetEffective, (await ExplainAsync(70025, Trusted(Own.Issuer, Own.Subject, Own.Audience))).Outcome);

    [Theory]
    [InlineData("""{ "value": [] }""")]
    [InlineData("""{ "value": [{ "name": "other", "properties": { "issuer": "https://other.example", "subject": "other", "audiences": ["other"] } }] }""")]
    public async Task No_credential_that_comes_close_is_not_granted(string credentials)
    {
        var verdict = await ExplainAsync(700211, credentials);

        Assert.Equal((Outcome.NotGranted, "AADSTS700211; no federated credential is for repo:contoso/models of https://issuer.example/"), (verdict.Outcome, verdict.Detail));
    }

    [Fact]
    public async Task Client_that_Entra_does_not_know_may_be_new() => Assert.Equal(Outcome.NotYetEffective, (await ExplainAsync(700016, "")).Outcome);

    [Fact]
    public async Task Other_code_is_looked_up_by_people()
    {
        var verdict = await ExplainAsync(50034, "");

        Assert.Equal((Outcome.Wrong, "AADSTS50034"), (verdict.Outcome, verdict.Detail));
        Assert.Contains("docs/scenarios/federation.md", verdict.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failure_without_a_code_of_Entra_proves_nothing() => Assert.Equal(Outcome.Unavailable, (await ExplainAsync(0, "")).Outcome);

    [Fact]
    public async Task Identity_that_the_observer_may_not_read_leaves_the_reason_open()
    {
        var verdict = await ExplainAsync(700213, """{ "error": { "code": "AuthorizationFailed" } }""", HttpStatusCode.Forbidden);

        Assert.Equal((Outcome.Wrong, "AADSTS700213; the identity cannot be read (403)"), (verdict.Outcome, verdict.Detail));
    }

    [Fact]
    public async Task Application_is_not_granted_what_Entra_does_not_find() =>
        Assert.Equal(Outcome.NotGranted, (await ExplainAsync(700213, "", identity: null)).Outcome);

    [Fact]
    public async Task Pod_waits_for_the_role_of_the_nodes_that_fetch_its_token()
    {
        var stack = SampleStack.With("podIdentities:\n  scorer: { cluster: aks, identity: scorer, namespace: scoring, selector: scorer }");
        var grant = stack.Plan.Grants.First(grant => grant.Principal is Principal.Kubelet && grant.Role == BuiltInRoles.ManagedIdentityOperator);
        var assigned = AssignmentsJson.Of((grant.Role, SampleStack.Id(grant.Scope), clock.GetUtcNow()));

        var verdict = await Diagnosis(stack, assigned, HttpStatusCode.OK, null, grant).ExplainAsync(
            new SignIn(new FixedCredential(), "here"), new AuthenticationFailedException("no identity\nmore"), CancellationToken.None);

        Assert.Equal((Outcome.NotYetEffective, "no identity; Managed Identity Operator was assigned 0 ms ago"), (verdict.Outcome, verdict.Detail));
    }

    [Fact]
    public async Task Host_without_the_identity_is_wrong()
    {
        var verdict = await Diagnosis(SampleStack.With(""), "", HttpStatusCode.OK, null).ExplainAsync(
            new SignIn(new FixedCredential(), "here"), new AuthenticationFailedException("no identity"), CancellationToken.None);

        Assert.Equal((Outcome.Wrong, "no identity"), (verdict.Outcome, verdict.Detail));
    }

    private Task<Verdict> ExplainAsync(int code, string body, HttpStatusCode status = HttpStatusCode.OK, string? identity = Identity)
    {
        var failure = new AuthenticationFailedException("refused", new InvalidOperationException(code == 0 ? "lost" : $"AADSTS{code}: no."));
        return Diagnosis(SampleStack.With(""), body, status, identity).ExplainAsync(new SignIn(new FixedCredential(), "here", Own), failure, CancellationToken.None);
    }

    private SignInDiagnosis Diagnosis(SampleStack stack, string body, HttpStatusCode status, string? identity, params AccessGrant[] prerequisites)
    {
        var reader = new ResourceReader(new FakeService(status, body).Target(clock));
        var grants = new GrantDiagnosis(new AssignedRoles(reader, SampleStack.Subscription), stack.Outputs, clock);
        return new SignInDiagnosis(identity, [.. prerequisites], new TrustedTokens(reader), grants);
    }

    private static string Trusted(string issuer, string subject, string audience) =>
        $$"""{ "value": [{ "name": "github", "properties": { "issuer": "{{issuer}}", "subject": "{{subject}}", "audiences": ["{{audience}}"] } }] }""";
}
