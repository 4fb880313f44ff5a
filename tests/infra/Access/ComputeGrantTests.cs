namespace Provisioning.Infra.Tests.Access;

/// <summary>What a compute's identity and kind demand, whatever runs on it.</summary>
public sealed class ComputeGrantTests
{
    private const string Cluster = "kind: cluster, workspace: main, name: cpu, size: STANDARD_DS3_V2, scale: { max: 2 }";

    [Fact]
    public void UserAssignedIdentity_MayPullBeforeTheComputeExists()
    {
        var plan = Plan($"{Cluster}, identity: trainer");

        var pull = Assert.Single(plan.Grants, grant => grant.Principal.Address == "identities.trainer");
        Assert.Equal("identities.trainer-AcrPull-registries.private", pull.Name);
        Assert.Equal(["computes.one"], pull.RequiredBy.Select(entry => entry.Address));
        Assert.False(pull.IsGrantedByAzure);
    }

    [Fact]
    public void SystemAssignedIdentityOfAMachine_GetsAcrPullFromAzure()
    {
        var plan = Plan($"{Cluster}, identity: system");

        var pull = Assert.Single(plan.Grants, grant => grant.Principal.Address == "computes.one");
        Assert.True(pull.IsGrantedByAzure);
    }

    [Fact]
    public void SystemAssignedIdentityOfAMachineOlderThanTheRegistry_GetsAcrPullFromUs()
    {
        var plan = Plan($"{Cluster}, identity: system, olderThanRegistry: true");

        var pull = Assert.Single(plan.Grants, grant => grant.Principal.Address == "computes.one");
        Assert.False(pull.IsGrantedByAzure);
        Assert.Empty(pull.RequiredBy);
    }

    [Fact]
    public void PullThatAzureGrants_StaysAzures_WhenAWorkloadNeedsItToo()
    {
        var plan = Sample.Plan(
            $$"""
            workspaces:
              main: { name: mlw-main, identity: system, storage: data, vault: main, registry: private }
            computes:
              one: { {{Cluster}}, identity: system }
            workloads:
              train: { runsOn: { compute: one }, identity: system, pulls: [private] }
            """);

        var pull = Assert.Single(plan.Grants);
        Assert.True(pull.IsGrantedByAzure);
        Assert.Equal(2, pull.Reasons.Length);
    }

    [Fact]
    public void SystemAssignedIdentityOfAnInstance_GetsAcrPullFromUs()
    {
        var plan = Plan("kind: instance, workspace: main, name: notes, size: STANDARD_DS3_V2, identity: system");

        Assert.False(Assert.Single(plan.Grants).IsGrantedByAzure);
    }

    [Fact]
    public void SystemAssignedIdentityOfAnAttachedCluster_GetsAcrPullFromUs()
    {
        var plan = Plan("kind: kubernetes, workspace: main, name: edge, cluster: edge, identity: system");

        var pull = Assert.Single(plan.Grants, grant => grant.Principal.Address == "computes.one");
        Assert.False(pull.IsGrantedByAzure);
        Assert.Empty(pull.RequiredBy);
    }

    [Fact]
    public void ComputeWithoutIdentity_IsGrantedNothing()
    {
        Assert.Empty(Plan($"{Cluster}, identity: none").Grants);
    }

    [Fact]
    public void IdleShutdown_TakesContributorOnTheWorkspace()
    {
        var plan = Plan("kind: instance, workspace: main, name: notes, size: STANDARD_DS3_V2, identity: trainer, idleShutdown: PT1H");

        Assert.Contains("identities.trainer: Contributor on workspaces.main", plan.Lines());
    }

    [Fact]
    public void WorkspaceWithUserAssignedIdentity_NeedsRolesOnTheClusterItAttaches()
    {
        var plan = Plan("kind: kubernetes, workspace: main, name: aks, cluster: aks, identity: none", workspaceIdentity: "owner");

        var onCluster = plan.Grants.Where(grant => grant.Scope.Address == "clusters.aks").ToList();
        Assert.Equal(
            ["Reader", "Kubernetes Extension Contributor", "Azure Kubernetes Service Cluster Admin Role"],
            onCluster.Select(grant => grant.Role.ToString()));
        Assert.All(onCluster, grant => Assert.Equal(["computes.one"], grant.RequiredBy.Select(entry => entry.Address)));
    }

    private static Provisioning.Infra.Access.AccessPlan Plan(string compute, string workspaceIdentity = "system") => Sample.Plan(
        $$"""
        workspaces:
          main: { name: mlw-main, identity: {{workspaceIdentity}}, storage: data, vault: main, registry: private, insights: main }
        computes:
          one: { {{compute}} }
        """);
}
