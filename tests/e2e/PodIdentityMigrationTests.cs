using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

/// <summary>Pods that AAD Pod Identity served sign in by their service account after the migration.</summary>
public sealed class PodIdentityMigrationTests
{
    private const string Namespace = "azureml-mlw-scoring";
    private const string Scope = "https://storage.azure.com/.default";

    /// <summary>A deployment as Azure ML makes it, with the label of the scenario's binding.</summary>
    private const string Deployment =
        $"""
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: diabetes-model
          namespace: {Namespace}
        spec:
          template:
            metadata:
              labels:
                isazuremlapp: "true"
                aadpodidbinding: scorer
        """;

    /// <summary>What a document has before the lines are pasted into it.</summary>
    private const string Document =
        """
        cloud: sandbox
        location: westeurope
        resourceGroup: rg-migrated
        clusters:
          inference:
            existing: /subscriptions/${subscription}/resourceGroups/platform/providers/Microsoft.ContainerService/managedClusters/inference

        """;

    [Fact]
    public async Task Pod_of_the_new_service_account_is_trusted_by_the_identity_it_had()
    {
        await using var project = await TestProject.WithSandboxAsync();
        using var cloud = new SandboxCloud(project.Sandbox.Connection);
        await project.ChooseAsync("pod-identity");
        await project.UpAsync();
        var before = await project.RunAsync("env", "podIdentities.scorer");
        var clientId = await ClientIdAsync(project, cloud);
        await Assert.ThrowsAsync<HttpRequestException>(() => cloud.PodTokenAsync("inference", SubjectOf("diabetes-model"), clientId, Scope));

        project.Write("manifests.yaml", before.Succeeded().Out + Deployment);
        (await project.RunAsync("migrate", "pod-identity", "manifests.yaml", "--cluster", "inference", "--output", "migration")).Succeeded();
        project.Write("stacks/migrated.yaml", Document + await File.ReadAllTextAsync(project.PathOf("migration/workloads.yaml")));
        (await project.RunAsync("stack", "init", "migrated")).Succeeded();
        (await project.RunAsync("up", "--yes", "--skip-preview", "--stack", "migrated")).Succeeded();

        Assert.NotEmpty(await cloud.PodTokenAsync("inference", SubjectOf("diabetes-model"), clientId, Scope));
        await Assert.ThrowsAsync<HttpRequestException>(() => cloud.PodTokenAsync("inference", SubjectOf("default"), clientId, Scope));
        Assert.Contains($"client-id={clientId}", await File.ReadAllTextAsync(project.PathOf("migration/kubernetes.yaml")), StringComparison.Ordinal);
    }

    private static string SubjectOf(string serviceAccount) => $"system:serviceaccount:{Namespace}:{serviceAccount}";

    private static async Task<string> ClientIdAsync(TestProject project, SandboxCloud cloud)
    {
        var id = $"/subscriptions/{project.Sandbox.Connection.SubscriptionId}/resourceGroups/rg-pod-identity/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pod-scorer";
        var identity = await cloud.FindAsync(id, "2024-11-30") ?? throw new InvalidOperationException($"There is no {id}.");
        return identity.GetProperty("properties").GetProperty("clientId").GetString() ?? "";
    }
}
