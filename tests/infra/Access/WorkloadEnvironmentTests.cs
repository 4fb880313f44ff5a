using Provisioning.Infra.Access;
using Provisioning.Infra.Model;

namespace Provisioning.Infra.Tests.Access;

/// <summary>Which variables a workload needs, so that it finds its identity without a secret.</summary>
public sealed class WorkloadEnvironmentTests
{
    [Fact]
    public void ServiceAccount_IsToldWhoItIs_AndItsTokenFileIsLeftToThePlatform()
    {
        var environment = Environment("kubernetes: { cluster: edge, namespace: ns, serviceAccount: sa }");

        Assert.Equal(["AZURE_AUTHORITY_HOST", "AZURE_CLIENT_ID", "AZURE_TENANT_ID"], environment.Variables.Keys);
        Assert.Equal("AZURE_FEDERATED_TOKEN_FILE", Assert.Single(environment.Injected));
    }

    [Fact]
    public void Pipeline_IsToldTheSubscriptionToo()
    {
        Assert.Contains("AZURE_SUBSCRIPTION_ID", Environment("github: { repository: contoso/models, pullRequest: true }").Variables.Keys);
    }

    [Fact]
    public void TerraformCloud_HasVariablesOfItsOwn()
    {
        var environment = Environment("terraformCloud: { organization: contoso, project: ml, workspace: prod }");

        Assert.Equal(
            ["ARM_SUBSCRIPTION_ID", "ARM_TENANT_ID", "TFC_AZURE_PROVIDER_AUTH", "TFC_AZURE_RUN_CLIENT_ID", "TFC_AZURE_WORKLOAD_IDENTITY_AUDIENCE"],
            environment.Variables.Keys);
    }

    [Fact]
    public void DeepLake_IsToldTheProviderAndTheOrganization()
    {
        var environment = Environment("github: { repository: contoso/models, pullRequest: true }", "deeplake: [research]");

        Assert.Equal(new EnvironmentValue.Literal("azure"), environment.Variables["ACTIVELOOP_AUTH_PROVIDER"]);
        Assert.Equal(new EnvironmentValue.Literal("contoso-research"), environment.Variables["ACTIVELOOP_ORG_ID"]);
    }

    [Fact]
    public void JobOnATrainingCluster_HasNoSecondAzureVariable()
    {
        var document = OnCompute("{ kind: cluster, workspace: main, name: cpu, size: STANDARD_DS3_V2, scale: { max: 2 }, identity: trainer }");

        Assert.Equal(["AZURE_CLIENT_ID"], WorkloadEnvironment.Of(Assert.Single(document.Workloads), document.Cloud).Variables.Keys);
    }

    [Fact]
    public void JobOnAnAttachedCluster_AsksWithoutClientId()
    {
        var document = OnCompute("{ kind: kubernetes, workspace: main, name: edge, cluster: edge, identity: trainer }");

        Assert.Empty(WorkloadEnvironment.Of(Assert.Single(document.Workloads), document.Cloud).Variables);
    }

    private static WorkloadEnvironment Environment(string host, string needs = "pulls: [private]")
    {
        var document = Sample.Document($"workloads:\n  w:\n    runsOn: {{ {host} }}\n    identity: trainer\n    {needs}");
        return WorkloadEnvironment.Of(Assert.Single(document.Workloads), document.Cloud);
    }

    private static StackDocument OnCompute(string compute) => Sample.Document(
        $$"""
        workspaces:
          main: { name: mlw-main, identity: system, storage: data, vault: main, registry: private }
        computes:
          one: {{compute}}
        workloads:
          w: { runsOn: { compute: one }, identity: trainer }
        """);
}
