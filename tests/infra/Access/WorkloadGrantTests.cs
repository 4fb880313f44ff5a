namespace Provisioning.Infra.Tests.Access;

/// <summary>What a workload needs becomes the least role at the narrowest scope.</summary>
public sealed class WorkloadGrantTests
{
    [Theory]
    [InlineData("pulls: [private]", "identities.trainer: AcrPull on registries.private")]
    [InlineData("pulls: [shared]", "identities.trainer: Container Registry Repository Reader on registries.shared")]
    [InlineData("pushes: [private]", "identities.trainer: AcrPush on registries.private")]
    [InlineData("pushes: [shared]", "identities.trainer: Container Registry Repository Writer on registries.shared")]
    [InlineData("reads: [data/datasets]", "identities.trainer: Storage Blob Data Reader on storage.data/datasets")]
    [InlineData("reads: [data]", "identities.trainer: Storage Blob Data Reader on storage.data")]
    [InlineData("writes: [data/models]", "identities.trainer: Storage Blob Data Contributor on storage.data/models")]
    [InlineData("secrets: [main]", "identities.trainer: Key Vault Secrets User on vaults.main")]
    [InlineData("secrets: [main/token]", "identities.trainer: Key Vault Secrets User on vaults.main/token")]
    public void Need_BecomesTheLeastRole(string need, string expected)
    {
        var plan = Sample.Plan($"workloads:\n{Sample.Workload(need)}");

        Assert.Equal([expected], plan.Lines());
    }

    [Fact]
    public void Grant_NamesTheWorkloadAndTheLineThatAskForIt()
    {
        var plan = Sample.Plan($"workloads:\n{Sample.Workload("pulls: [private]")}");

        var reason = Assert.Single(Assert.Single(plan.Grants).Reasons);
        Assert.Equal("workloads.train pulls from registries.private", reason.Text);
        Assert.True(reason.Span.Line > 1);
    }

    [Fact]
    public void PodsInAks_HaveTheirImagesPulledByTheKubelet()
    {
        var plan = Sample.Plan(
            """
            workloads:
              score:
                runsOn: { kubernetes: { cluster: aks, namespace: scoring, serviceAccount: scorer } }
                identity: trainer
                pulls: [private]
            """);

        Assert.Equal(
            ["identities.trainer: AcrPull on registries.private", "clusters.aks.kubelet: AcrPull on registries.private"],
            plan.Lines());
    }

    [Fact]
    public void PodsInAnArcCluster_HaveNoKubeletIdentityInAzure()
    {
        var plan = Sample.Plan(
            """
            workloads:
              score:
                runsOn: { kubernetes: { cluster: edge, namespace: scoring, serviceAccount: scorer } }
                identity: trainer
                pulls: [private]
            """);

        Assert.Equal(["identities.trainer: AcrPull on registries.private"], plan.Lines());
    }

    [Fact]
    public void ExplicitGrant_KeepsItsConditionAndReason()
    {
        var plan = Sample.Plan(
            """
            grants:
              reader:
                principal: { objectId: aaaaaaaa-bbbb-cccc-1111-222222222222, kind: group }
                role: Reader
                scope: resourceGroup
                condition: "@Resource[x] StringEquals 'y'"
                reason: Auditors look at the configuration.
            """);

        var grant = Assert.Single(plan.Grants);
        Assert.Equal("@Resource[x] StringEquals 'y'", grant.Condition);
        Assert.Equal(["grants.reader: Auditors look at the configuration."], grant.Reasons.Select(reason => reason.Text));
        Assert.Equal(Provisioning.Infra.Model.PrincipalKind.Group, grant.Principal.Kind);
    }
}
