using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Provisioning.Infra.Tests.Plans;

namespace Provisioning.Infra.Tests.Components;

public sealed class RoleAssignmentsTests
{
    private const string Cluster = "kind: cluster, workspace: main, name: cpu, size: STANDARD_DS3_V2, scale: { max: 2 }";

    [Fact]
    public async Task EveryAssignment_SaysWhatKindOfPrincipalItIsFor()
    {
        var run = await RecordedStack.RunAsync(Stacks.Load("prod"));

        Assert.All(run.OfType(":RoleAssignment"), assignment => Assert.Contains(assignment.Text("principalType"), (string[])["ServicePrincipal", "Group"]));
        Assert.Equal("Group", run["RoleAssignment", "aaaaaaaa-bbbb-cccc-1111-222222222222-Reader-resourceGroup"].Text("principalType"));
    }

    [Fact]
    public async Task Name_FollowsFromScopePrincipalAndRole()
    {
        var run = await Run.Of("workloads:\n  a: { runsOn: { github: { repository: contoso/models, environment: a } }, identity: trainer, pulls: [private] }");

        var assignment = run["RoleAssignment", "identities.trainer-AcrPull-registries.private"];
        Assert.Equal(
            RoleAssignmentName.Of(assignment.Text("scope") ?? "", "{trainer.principalId}", BuiltInRoles.AcrPull).ToString(),
            assignment.Text("roleAssignmentName"));
    }

    [Fact]
    public async Task Workspace_WaitsForTheRolesOfItsIdentity()
    {
        var run = await Run.Of(Run.Workspace);

        Assert.Equal(
            [
                "RoleAssignment identities.owner-StorageBlobDataContributor-storage.data",
                "RoleAssignment identities.owner-KeyVaultAdministrator-vaults.main",
                "RoleAssignment identities.owner-Contributor-resourceGroup",
            ],
            run["machinelearningservices:Workspace", "main"].DependsOn.AsEnumerable());
    }

    [Fact]
    public async Task Compute_WaitsUntilItsIdentityMayPull()
    {
        var run = await Run.OfCompute($"{Cluster}, identity: trainer");

        Assert.Equal(
            ["RoleAssignment identities.trainer-AcrPull-registries.private"],
            run["machinelearningservices:Compute", "one"].DependsOn.AsEnumerable());
    }

    [Fact]
    public async Task RoleThatAzureGrants_IsReportedButNotAssigned()
    {
        var run = await Run.OfCompute($"{Cluster}, identity: system");

        Assert.DoesNotContain(run.OfType(":RoleAssignment"), assignment => assignment.Name.StartsWith("computes.one", StringComparison.Ordinal));
        Assert.Equal("azure", await run.Stack.Assignments.At("computes.one-AcrPull-registries.private", "assignedBy"));
    }

    [Fact]
    public async Task SystemAssignedIdentity_GetsItsRolesOnceTheComputeExists()
    {
        var run = await Run.OfCompute(
            $"{Cluster}, identity: system", "workloads:\n  a: { runsOn: { compute: one }, identity: system, reads: [data/datasets] }");

        var assignment = run["RoleAssignment", "computes.one-StorageBlobDataReader-storage.data/datasets"];
        Assert.Equal("{one.principalId}", assignment.Text("principalId"));
        Assert.Equal("provisioning:index:Compute one", assignment.Parent);
    }

    [Fact]
    public async Task RoleOnAResourceOfAnotherSubscription_IsDefinedThere()
    {
        var run = await Run.Of("workloads:\n  a: { runsOn: { github: { repository: contoso/models, environment: a } }, identity: trainer, pulls: [shared] }");

        Assert.StartsWith(
            "/subscriptions/bbbb1b1b-cc2c-dd3d-ee4e-ffffff5f5f5f/",
            run["RoleAssignment", "identities.trainer-ContainerRegistryRepositoryReader-registries.shared"].Text("roleDefinitionId"));
    }

    [Fact]
    public async Task Condition_CarriesItsVersion()
    {
        var run = await Run.Of(
            """
            grants:
              narrow:
                principal: identities.trainer
                role: Storage Blob Data Reader
                scope: storage.data
                condition: "@Resource[x] StringEquals 'y'"
                reason: Only some blobs.
            """);

        Assert.Equal("2.0", run["RoleAssignment", "identities.trainer-StorageBlobDataReader-storage.data"].Text("conditionVersion"));
    }

    [Fact]
    public async Task ManyReasons_AreCountedInsteadOfListed()
    {
        var workloads = Enumerable.Range(1, 20).Select(
            number => $"  workload-with-a-long-name-{number}: {{ runsOn: {{ github: {{ repository: contoso/models, environment: e{number} }} }}, identity: trainer, pulls: [private] }}");

        var run = await Run.Of($"workloads:\n{string.Join('\n', workloads)}");

        Assert.Equal(
            "workloads.workload-with-a-long-name-1 pulls from registries.private; and 19 more",
            run["RoleAssignment", "identities.trainer-AcrPull-registries.private"].Text("description"));
    }

    [Fact]
    public async Task PodIdentity_LetsTheKubeletHandOutTheIdentityOnItsNodes()
    {
        var run = await Run.Of("podIdentities:\n  scorer: { cluster: aks, identity: trainer, namespace: scoring, selector: scorer }");

        Assert.EndsWith(
            "/userAssignedIdentities/id-trainer",
            run["RoleAssignment", "clusters.aks.kubelet-ManagedIdentityOperator-identities.trainer"].Text("scope"));
        Assert.EndsWith(
            "/resourceGroups/MC_aks",
            run["RoleAssignment", "clusters.aks.kubelet-VirtualMachineContributor-clusters.aks.nodeResourceGroup"].Text("scope"));
    }
}
