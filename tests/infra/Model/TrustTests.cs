using Provisioning.Infra.Model;

namespace Provisioning.Infra.Tests.Model;

/// <summary>Issuers and subjects that follow from where a workload runs.</summary>
public sealed class TrustTests
{
    [Theory]
    [InlineData("github: { repository: o/r, branch: main }", "https://token.actions.githubusercontent.com", "repo:o/r:ref:refs/heads/main")]
    [InlineData("github: { repository: o/r, tag: v1 }", "https://token.actions.githubusercontent.com", "repo:o/r:ref:refs/tags/v1")]
    [InlineData("github: { repository: o/r, pullRequest: true }", "https://token.actions.githubusercontent.com", "repo:o/r:pull_request")]
    [InlineData("github: { repository: o/r, environment: 'a:b' }", "https://token.actions.githubusercontent.com", "repo:o/r:environment:a%3Ab")]
    [InlineData(
        "github: { repository: o/r, pullRequest: true, ids: { owner: 12, repository: 34 } }",
        "https://token.actions.githubusercontent.com", "repo:o@12/r@34:pull_request")]
    [InlineData(
        "github: { repository: o/r, branch: main, issuer: https://ghe.example.com/_services/token }",
        "https://ghe.example.com/_services/token", "repo:o/r:ref:refs/heads/main")]
    [InlineData("gitlab: { project: g/s/p, branch: main }", "https://gitlab.com", "project_path:g/s/p:ref_type:branch:ref:main")]
    [InlineData("gitlab: { project: g/p, tag: v1 }", "https://gitlab.com", "project_path:g/p:ref_type:tag:ref:v1")]
    [InlineData(
        "azureDevOps: { organization: o, organizationId: aaaabbbb-0000-cccc-1111-dddd2222eeee, project: My project, serviceConnection: c }",
        "https://vstoken.dev.azure.com/aaaabbbb-0000-cccc-1111-dddd2222eeee", "sc://o/My project/c")]
    [InlineData(
        "azureDevOps: { organization: o, organizationId: aaaabbbb-0000-cccc-1111-dddd2222eeee, project: p, entra: { tenant: bbbbcccc-1111-dddd-2222-eeee3333ffff, prefix: /eid1/c/pub/t/T0w-/a/A_1, connectionId: ccccdddd-2222-eeee-3333-ffff4444aaaa } }",
        "https://login.microsoftonline.com/bbbbcccc-1111-dddd-2222-eeee3333ffff/v2.0",
        "/eid1/c/pub/t/T0w-/a/A_1/sc/aaaabbbb-0000-cccc-1111-dddd2222eeee/ccccdddd-2222-eeee-3333-ffff4444aaaa")]
    [InlineData(
        "github: { repository: o/r, branch: main, issuer: https://token.actions.contoso.ghe.com }",
        "https://token.actions.contoso.ghe.com", "repo:o/r:ref:refs/heads/main")]
    [InlineData(
        "terraformCloud: { organization: o, project: p, workspace: w, phases: [plan], issuer: https://app.eu.terraform.io }",
        "https://app.eu.terraform.io", "organization:o:project:p:workspace:w:run_phase:plan", "plan")]
    [InlineData("pulumiCloud: { organization: o, project: p, environment: e }", "https://api.pulumi.com/oidc", "pulumi:environments:org:o:env:p/e")]
    [InlineData(
        "radix: { issuers: ['https://radix.example.com/'], application: a, environment: prod, component: api }",
        "https://radix.example.com/", "system:serviceaccount:a-prod:api-sa")]
    [InlineData(
        "radix: { issuers: ['https://radix.example.com/'], application: a, environment: prod, subPipeline: true }",
        "https://radix.example.com/", "system:serviceaccount:a-app:subpipeline-prod-sa")]
    [InlineData("federation: { issuer: https://accounts.google.com, subject: '1234' }", "https://accounts.google.com", "1234")]
    public void Host_has_one_subject(string runsOn, string issuer, string subject, string purpose = "")
    {
        FederatedTrust trust = Assert.Single(Load(runsOn));

        Assert.Equal(new TrustIssuer.Known(Issuer.Parse(issuer)), trust.Issuer);
        Assert.Equal(new Subject(subject), trust.Subject);
        Assert.Equal(purpose, trust.Purpose);
    }

    [Fact]
    public void Terraform_cloud_has_a_subject_per_phase() => Assert.Equal(
        [
            ("plan", "organization:o:project:p:workspace:w:run_phase:plan"),
            ("apply", "organization:o:project:p:workspace:w:run_phase:apply"),
        ],
        Load("terraformCloud: { organization: o, project: p, workspace: w }").Select(trust => (trust.Purpose, trust.Subject.Value)));

    [Fact]
    public void Pulumi_deployments_have_a_subject_per_operation_and_the_organization_as_audience()
    {
        FederatedTrust[] trusts = Load("pulumiCloud: { organization: o, project: p, stack: s, operations: [preview, update] }");

        Assert.Equal(
            [
                "pulumi:deploy:org:o:project:p:stack:s:operation:preview:scope:write",
                "pulumi:deploy:org:o:project:p:stack:s:operation:update:scope:write",
            ],
            trusts.Select(trust => trust.Subject.Value));
        Assert.All(trusts, trust => Assert.Equal("o", trust.Audience));
    }

    [Theory]
    [InlineData("default", "o")]
    [InlineData("web", "azure:o")]
    public void Pulumi_environment_has_the_audience_of_its_project(string project, string audience) =>
        Assert.Equal(audience, Assert.Single(Load($"pulumiCloud: {{ organization: o, project: {project}, environment: e }}")).Audience);

    [Fact]
    public void Radix_platform_in_migration_has_a_trust_per_issuer() => Assert.Equal(
        ["issuer1", "issuer2"],
        Load("radix: { issuers: ['https://a.example.com/', 'https://b.example.com/'], application: a, environment: e, component: c }")
            .Select(trust => trust.Purpose));

    [Fact]
    public void Cluster_without_issuer_is_asked_for_it_during_deployment()
    {
        FederatedTrust trust = Assert.Single(Load("kubernetes: { cluster: edge, namespace: ns, serviceAccount: sa }"));

        Assert.Equal("edge", Assert.IsType<TrustIssuer.OfCluster>(trust.Issuer).Cluster.Name);
        Assert.Equal("system:serviceaccount:ns:sa", trust.Subject.Value);
    }

    [Fact]
    public void Cluster_with_issuer_is_not_asked() => Assert.IsType<TrustIssuer.Known>(
        Assert.Single(Load("kubernetes: { cluster: known, namespace: ns, serviceAccount: sa }")).Issuer);

    private static FederatedTrust[] Load(string runsOn) =>
    [
        .. Documents.LoadValid(Documents.Minimal + $$"""
            identities: { someone: {} }
            clusters:
              edge: { existing: "/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Kubernetes/connectedClusters/edge" }
              known:
                existing: /subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks
                oidcIssuer: https://westeurope.oic.prod-aks.azure.com/a/b/
            workloads:
              job:
                runsOn: { {{runsOn}} }
                identity: someone
            """).Workloads[0].RunsOn.Trusts,
    ];
}
