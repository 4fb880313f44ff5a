namespace Provisioning.Infra.Tests.Components;

public sealed class ComputeComponentTests
{
    private const string Cluster = "kind: cluster, workspace: main, name: cpu, size: STANDARD_DS3_V2, scale: { max: 2 }";

    [Theory]
    [InlineData("none", "None")]
    [InlineData("system", "SystemAssigned")]
    public async Task IdentityWithoutList_IsSentWithoutList(string identity, string type)
    {
        var compute = (await Run.OfCompute($"{Cluster}, identity: {identity}"))["machinelearningservices:Compute", "one"];

        Assert.Equal(type, compute.At("identity", "type"));
        Assert.Null(compute.At("identity", "userAssignedIdentities"));
    }

    [Fact]
    public async Task UserAssignedIdentities_AreListedInOrder_TheDefaultFirst()
    {
        var compute = (await Run.OfCompute($"{Cluster}, identity: [trainer, builder]"))["machinelearningservices:Compute", "one"];

        var identities = Assert.IsType<System.Collections.Immutable.ImmutableArray<object>>(compute.At("identity", "userAssignedIdentities"));
        Assert.Equal(["id-trainer", "id-builder"], identities.Select(id => id.ToString()?.Split('/')[^1]));
    }

    [Fact]
    public async Task TrainingCluster_ClosesItsSshPortInsteadOfLeavingItToAzure()
    {
        var compute = (await Run.OfCompute($"{Cluster}, identity: none"))["machinelearningservices:Compute", "one"];

        Assert.Equal("Disabled", compute.At("properties", "properties", "remoteLoginPortPublicAccess"));
    }

    [Fact]
    public async Task AttachedCluster_IsReferredToAndNeverManaged()
    {
        var run = await Run.OfCompute("kind: kubernetes, workspace: main, name: edge, cluster: edge, identity: none");

        Assert.EndsWith("/connectedClusters/edge", Assert.IsType<string>(run["machinelearningservices:Compute", "one"].At("properties", "resourceId")));
        Assert.DoesNotContain(run.Resources, resource => resource.Type.Contains("Cluster", StringComparison.Ordinal) && !resource.IsComponent);
    }

    [Fact]
    public async Task InstanceTypes_AreSentWithTheirQuantities()
    {
        var run = await Run.OfCompute(
            """
            kind: kubernetes, workspace: main, name: edge-cluster, cluster: edge, identity: none, instanceTypes: { gpu: { nodeSelector: { pool: gpu }, requests: { cpu: 1 }, limits: { cpu: 4, nvidia.com/gpu: 1 } } }
            """);

        var compute = run["machinelearningservices:Compute", "one"];
        Assert.Equal("1", compute.At("properties", "properties", "instanceTypes", "gpu", "resources", "limits", "nvidia.com/gpu"));
        Assert.Equal("gpu", compute.At("properties", "properties", "instanceTypes", "gpu", "nodeSelector", "pool"));
    }

    [Fact]
    public async Task IdleTimes_AreSpeltTheWayAzureDoes()
    {
        var cluster = await Run.OfCompute("kind: cluster, workspace: main, name: cpu, size: STANDARD_DS3_V2, scale: { max: 2, idleTime: PT2M }, identity: none");
        var instance = await Run.OfCompute("kind: instance, workspace: main, name: notes, size: STANDARD_DS3_V2, identity: none, idleShutdown: PT1H");

        Assert.Equal(
            "PT120S",
            cluster["machinelearningservices:Compute", "one"].At("properties", "properties", "scaleSettings", "nodeIdleTimeBeforeScaleDown"));
        Assert.Equal("PT60M", instance["machinelearningservices:Compute", "one"].At("properties", "properties", "idleTimeBeforeShutdown"));
    }

    [Fact]
    public async Task AksClusterOfTheFirstGeneration_IsAttached_AndItsKubeletMayPull()
    {
        var run = await Run.OfCompute("kind: aks, workspace: main, name: legacy, cluster: aks");

        Assert.Equal("AKS", run["machinelearningservices:Compute", "one"].At("properties", "computeType"));
        Assert.Equal("{aks.kubelet}", run["RoleAssignment", "clusters.aks.kubelet-AcrPull-registries.private"].Text("principalId"));
    }
}
