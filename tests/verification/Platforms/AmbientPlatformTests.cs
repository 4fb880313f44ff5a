using System.Net;
using Provisioning.Verification.Actors;
using Provisioning.Verification.Platforms;
using Provisioning.Verification.Tests.Stacks;

namespace Provisioning.Verification.Tests.Platforms;

public sealed class AmbientPlatformTests : IDisposable
{
    private const string Pod = "kubernetes: { cluster: aks, namespace: training, serviceAccount: trainer }";
    private const string GitHub = "github: { repository: contoso/models, environment: prod }";
    private const string Terraform = "terraformCloud: { organization: contoso, project: ML platform, workspace: ml-prod }";
    private const string PodSubject = "system:serviceaccount:training:trainer";
    private const string Audience = "api://AzureADTokenExchange";
    private const string Issuer = SampleStack.Issuer;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ambient-");
    private readonly Dictionary<string, string> variables = [];

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Pod_whose_token_names_the_service_account_is_the_workload()
    {
        WriteToken(Tokens.Of(Issuer, PodSubject, Audience));

        var signIn = Assert.Single(Assert.IsType<PlatformAccess.Open>(await EnterAsync(Pod)).SignIns);
        Assert.Equal(new Trust(Issuer, PodSubject, Audience), signIn.Trust);
        Assert.Equal($"this process's token of {Issuer}", signIn.How);
    }

    [Theory]
    [InlineData("https://issuer.example", PodSubject, Audience)]
    [InlineData(Issuer, "system:serviceaccount:Training:trainer", Audience)]
    [InlineData(Issuer, PodSubject, "api://other")]
    public async Task Token_that_comes_close_is_tried_as_it_is(string issuer, string subject, string audience)
    {
        WriteToken(Tokens.Of(issuer, subject, audience));

        Assert.Equal(new Trust(issuer, subject, audience), Assert.Single(Assert.IsType<PlatformAccess.Open>(await EnterAsync(Pod)).SignIns).Trust);
    }

    [Fact]
    public async Task Pod_of_another_service_account_is_closed_and_says_whose_token_it_has()
    {
        var token = Tokens.Of(Issuer, "system:serviceaccount:training:other", Audience);
        WriteToken(token);

        var closed = Assert.IsType<PlatformAccess.Closed>(await EnterAsync(Pod));
        Assert.Equal($"This process's token is for system:serviceaccount:training:other of {Issuer}", closed.Reason);
        Assert.Equal("Run 'provision verify --workload workloads.train' on service account training/trainer on clusters.aks.", closed.Remedy);
        Assert.DoesNotContain(token, $"{closed}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("canary-secret")]
    [InlineData("")]
    public async Task File_without_a_token_is_refused_and_not_printed(string content)
    {
        WriteToken(content);

        var refused = Assert.IsType<PlatformAccess.Refused>(await EnterAsync(Pod));
        Assert.Equal("What the platform gives this process is no token", refused.Reason);
    }

    [Fact]
    public async Task File_that_is_not_there_is_refused()
    {
        variables["AZURE_FEDERATED_TOKEN_FILE"] = Path.Combine(folder.FullName, "absent");

        Assert.IsType<PlatformAccess.Refused>(await EnterAsync(Pod));
    }

    [Fact]
    public async Task Job_of_GitHub_asks_for_a_token_of_the_credentials_audience()
    {
        variables["ACTIONS_ID_TOKEN_REQUEST_URL"] = "https://github.example/token?job=1";
        variables["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = "canary-secret";
        var service = new FakeService(HttpStatusCode.OK, $$"""{ "value": "{{Tokens.Of(Issuer, "repo:contoso/models:environment:prod", Audience)}}" }""");

        Assert.IsType<PlatformAccess.Open>(await EnterAsync(GitHub, service));
        Assert.Equal("/token?job=1&audience=api%3A%2F%2FAzureADTokenExchange", Assert.Single(service.Paths));
    }

    [Fact]
    public async Task GitHub_that_gives_no_token_is_refused_without_printing_the_request()
    {
        variables["ACTIONS_ID_TOKEN_REQUEST_URL"] = "https://github.example/token?job=1";
        variables["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = "canary-secret";

        var refused = Assert.IsType<PlatformAccess.Refused>(await EnterAsync(GitHub, new FakeService(HttpStatusCode.Forbidden, "canary-secret")));
        Assert.Contains("403", refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-secret", $"{refused}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task GitHub_job_on_a_runner_in_a_cluster_is_not_the_runners_pod()
    {
        WriteToken(Tokens.Of(Issuer, "system:serviceaccount:runners:runner", Audience));

        Assert.IsType<PlatformAccess.Closed>(await EnterAsync(GitHub));
    }

    [Fact]
    public async Task Run_of_Terraform_has_its_token_in_a_variable()
    {
        variables["TFC_WORKLOAD_IDENTITY_TOKEN"] = Tokens.Of(Issuer, "organization:contoso:project:ML platform:workspace:ml-prod:run_phase:apply", Audience);

        Assert.IsType<PlatformAccess.Open>(await EnterAsync(Terraform));
    }

    [Theory]
    [InlineData(Pod, "service account training/trainer on clusters.aks")]
    [InlineData(GitHub, "GitHub repository contoso/models (environment:prod)")]
    [InlineData(Terraform, "HCP Terraform workspace contoso/ML platform/ml-prod")]
    [InlineData("compute: cpu", "computes.cpu")]
    public async Task Machine_that_is_none_of_these_says_where_to_run(string runsOn, string place)
    {
        var closed = Assert.IsType<PlatformAccess.Closed>(await EnterAsync(runsOn));

        Assert.Equal($"This process does not run on {place}", closed.Reason);
        Assert.Equal($"Run 'provision verify --workload workloads.train' on {place}.", closed.Remedy);
    }

    [Theory]
    [InlineData("principal-trainer", true)]
    [InlineData("principal-of-another-compute", false)]
    public async Task Compute_is_known_by_whose_token_its_endpoint_gives(string owner, bool isOpen)
    {
        variables["MSI_ENDPOINT"] = "http://endpoint.example/";
        var token = Tokens.Of($$"""{ "oid": "{{owner}}" }""");
        var service = new FakeService(HttpStatusCode.OK, $$"""{ "access_token": "{{token}}", "expires_in": "3600", "expires_on": "32503680000", "token_type": "Bearer", "resource": "r" }""");

        var access = await EnterAsync("compute: cpu", service);

        Assert.Equal(isOpen, access is PlatformAccess.Open);
        Assert.DoesNotContain(token, $"{access}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compute_whose_endpoint_gives_nothing_is_closed()
    {
        variables["MSI_ENDPOINT"] = "http://endpoint.example/";

        Assert.IsType<PlatformAccess.Closed>(await EnterAsync("compute: cpu", new FakeService(HttpStatusCode.BadRequest, """{ "error": "invalid_request" }""")));
    }

    [Fact]
    public async Task Nodes_pods_of_AAD_Pod_Identity_and_Azure_itself_are_closed()
    {
        var stack = SampleStack.With("podIdentities:\n  scorer: { cluster: aks, identity: scorer, namespace: scoring, selector: scorer }");
        await using var platform = Platform(new FakeService(HttpStatusCode.OK, "{}"));

        foreach (var actor in new ActorPlan(stack.Document, stack.Plan, stack.Outputs).Actors())
            Assert.IsType<PlatformAccess.Closed>(await platform.EnterAsync(actor, CancellationToken.None));
    }

    private void WriteToken(string token)
    {
        var file = Path.Combine(folder.FullName, "token");
        File.WriteAllText(file, token);
        variables["AZURE_FEDERATED_TOKEN_FILE"] = file;
    }

    private AmbientPlatform Platform(FakeService service) => new(
        variables.GetValueOrDefault, new HttpClient(service, disposeHandler: false), new EntraClient(service.Target(TimeProvider.System)));

    private async Task<PlatformAccess> EnterAsync(string runsOn, FakeService? service = null)
    {
        var stack = SampleStack.With(
            $$"""
            computes:
              cpu: { kind: cluster, workspace: main, name: cpu, size: STANDARD_DS3_V2, scale: { max: 2 }, identity: trainer }
            workloads:
              train: { runsOn: { {{runsOn}} }, identity: trainer }
            """);
        await using var platform = Platform(service ?? new FakeService(HttpStatusCode.OK, "{}"));
        return await platform.EnterAsync(new ActorPlan(stack.Document, stack.Plan, stack.Outputs).Actors()[0], CancellationToken.None);
    }
}
