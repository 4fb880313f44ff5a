using Provisioning.Infra.Access;

namespace Provisioning.Infra.Tests.Access;

/// <summary>Which federated credentials follow from a document, under which names.</summary>
public sealed class CredentialPlanTests
{
    [Theory]
    [InlineData("github: { repository: contoso/models, pullRequest: true }", "w-github", "repo:contoso/models:pull_request")]
    [InlineData("gitlab: { project: contoso/models, branch: main }", "w-gitlab", "project_path:contoso/models:ref_type:branch:ref:main")]
    [InlineData("kubernetes: { cluster: aks, namespace: ns, serviceAccount: sa }", "w-kubernetes", "system:serviceaccount:ns:sa")]
    [InlineData(
        "federation: { issuer: \"https://tokens.example.com\", subject: someone }", "w-federation", "someone")]
    public void Credential_IsNamedAfterWorkloadAndPlatform(string host, string name, string subject)
    {
        var credential = Assert.Single(Credentials(host));

        Assert.Equal(name, credential.AzureName);
        Assert.Equal(subject, credential.Subject.Value);
        Assert.Equal("identities.trainer", credential.Owner.Address);
    }

    [Fact]
    public void PlatformWithOneSubjectPerPhase_HasOneCredentialEach()
    {
        var credentials = Credentials("terraformCloud: { organization: contoso, project: ml, workspace: prod }");

        Assert.Equal(["w-terraform-plan", "w-terraform-apply"], credentials.Select(credential => credential.AzureName));
    }

    [Fact]
    public void Audience_IsTheOneOfTheCloud()
    {
        Assert.Equal("api://AzureADTokenExchange", Assert.Single(Credentials("github: { repository: contoso/models, pullRequest: true }")).Audience);
    }

    [Fact]
    public void PulumiDeployments_UseTheOrganizationAsAudience()
    {
        var credentials = Credentials("pulumiCloud: { organization: contoso, project: ml, stack: prod, operations: [update] }");

        Assert.Equal("contoso", Assert.Single(credentials).Audience);
    }

    [Fact]
    public void JobsOnACompute_NeedNoCredential()
    {
        var document = Sample.Document(
            """
            workspaces:
              main: { name: mlw-main, identity: system, storage: data, vault: main, registry: private }
            computes:
              cpu: { kind: cluster, workspace: main, name: cpu, size: STANDARD_DS3_V2, scale: { max: 2 }, identity: trainer }
            workloads:
              train: { runsOn: { compute: cpu } }
            """);

        Assert.Empty(CredentialPlan.Of(document));
    }

    private static IEnumerable<CredentialPlan> Credentials(string host) =>
        Sample.Plan($"workloads:\n  w:\n    runsOn: {{ {host} }}\n    identity: trainer").Credentials;
}
