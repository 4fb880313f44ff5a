using Provisioning.Cli;
using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

/// <summary>Each scenario with one thing broken behind the stack's back: <c>verify</c> fails, and names the cause.</summary>
public sealed class BrokenScenarioTests
{
    private const string Assignment = "azure-native:authorization:RoleAssignment";
    private const string Credential = "azure-native:managedidentity:FederatedIdentityCredential";
    private const string Compute = "azure-native:machinelearningservices:Compute";
    private const string Identity = "azure-native:managedidentity:UserAssignedIdentity";
    private const string PlainReader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

    [Theory]
    [InlineData("workspace-user-assigned", "identities.workspace-StorageBlobDataContributor-storage.workspace", "has Storage Blob Data Contributor on storage.workspace")]
    [InlineData("workspace-customer-key", "identities.encryption-KeyVaultCryptoServiceEncryptionUser-vaults.keys", "has Key Vault Crypto Service Encryption User on vaults.keys")]
    [InlineData("registry-own", "identities.trainer-AcrPull-registries.workspace", "pulls from registries.workspace")]
    [InlineData("registry-adopted", "identities.trainer-AcrPull-registries.platform", "pulls from registries.platform")]
    [InlineData("registry-private-image", "computes.system-AcrPull-registries.private", "pulls from registries.private")]
    [InlineData("aks-inference", "clusters.inference.kubelet-AcrPull-registries.workspace", "pulls from registries.workspace")]
    [InlineData("aks-inference-legacy", "clusters.inference.kubelet-AcrPull-registries.workspace", "pulls from registries.workspace")]
    [InlineData("arc-compute", "computes.system-StorageBlobDataReader-storage.data/datasets", "reads storage.data/datasets")]
    public async Task Role_that_was_removed_is_not_granted(string scenario, string assignment, string check)
    {
        var result = await VerifyBrokenAsync(scenario, (cloud, state) => cloud.RemoveAsync(state.IdOf(Assignment, assignment)));

        AssertFound(result, check, "not granted", "is not assigned");
    }

    [Fact]
    public async Task Reader_in_place_of_a_data_role_reads_no_blob()
    {
        var result = await VerifyBrokenAsync("web-service", async (cloud, state) =>
        {
            var assignment = state.IdOf(Assignment, "identities.service-StorageBlobDataReader-storage.data/models");
            var scope = assignment[..assignment.IndexOf("/providers/Microsoft.Authorization", StringComparison.OrdinalIgnoreCase)];
            var principal = (await cloud.FindAsync(state.IdOf(Identity, "service"), "2024-11-30"))?.GetProperty("properties").GetProperty("principalId").GetString();
            await cloud.RemoveAsync(assignment);
            await cloud.PutAsync($"{scope}/providers/Microsoft.Authorization/roleAssignments/{Guid.NewGuid()}", "2022-04-01", new
            {
                properties = new
                {
                    principalId = principal,
                    principalType = "ServicePrincipal",
                    roleDefinitionId = $"/{scope.Split('/')[1]}/{scope.Split('/')[2]}/providers/Microsoft.Authorization/roleDefinitions/{PlainReader}",
                },
            });
        });

        AssertFound(result, "reads storage.data/models", "not granted", "AuthorizationPermissionMismatch; Storage Blob Data Reader on storage.data/models is not assigned");
        AssertFound(result, "has no other role", "too much", "it also has Reader on");
    }

    [Fact]
    public async Task Registration_that_was_removed_is_not_granted()
    {
        var result = await VerifyBrokenAsync("deeplake-compute-instance", (cloud, state) => cloud.RemoveRegistrationAsync(
            state.IdOf("deeplake:index:WorkloadIdentity", "identities.reader-deeplake.organization").Split('/')[^1]));

        AssertFound(result, "calls deeplake.organization", "not granted", "401");
    }

    [Theory]
    [InlineData("registry-own", "azure-native:containerregistry:Registry", "workspace", "adminUserEnabled", "registries.workspace has no admin user")]
    [InlineData("web-service", "azure-native:storage:StorageAccount", "data", "allowSharedKeyAccess", "storage.data takes no account keys")]
    public async Task Keys_that_were_turned_on_are_too_much(string scenario, string type, string name, string property, string check)
    {
        var result = await VerifyBrokenAsync(scenario, (cloud, state) => cloud.ChangeAsync(
            state.IdOf(type, name), new { properties = new Dictionary<string, bool> { [property] = true } }));

        AssertFound(result, check, "too much", $"{property} is on");
    }

    [Fact]
    public async Task Identity_that_was_taken_from_a_cluster_is_wrong()
    {
        var result = await VerifyBrokenAsync("compute-identities", (cloud, state) => cloud.ChangeAsync(
            state.IdOf(Compute, "cluster-user"), new { identity = new { type = "None", userAssignedIdentities = (object?)null } }));

        AssertFound(result, "signs in", "wrong", "identity");
    }

    [Fact]
    public async Task Connection_to_another_registry_is_wrong()
    {
        var result = await VerifyBrokenAsync("registry-build", (cloud, state) => cloud.ChangeAsync(
            state.IdOf("azure-native:machinelearningservices:WorkspaceConnection", "main-base-images"), new { properties = new { target = "elsewhere.azurecr.io" } }));

        AssertFound(result, "connects to registries.private by base-images without a password", "wrong", "its target is elsewhere.azurecr.io instead of");
    }

    [Fact]
    public async Task Cluster_that_may_not_hand_out_the_identity_of_its_pods_is_named()
    {
        var result = await VerifyBrokenAsync("pod-identity", (cloud, state) => cloud.RemoveAsync(
            state.IdOf(Assignment, "clusters.inference.kubelet-ManagedIdentityOperator-identities.scorer")));

        AssertFound(result, "signs in", "not granted", "Managed Identity Operator on identities.scorer is not assigned");
    }

    [Theory]
    [InlineData("radix", "identities.api-api-radix-issuer1", "subject", "differs in case")]
    [InlineData("federation", "identities.github-github-branch-github", "audience", "trusts the audience")]
    [InlineData("federation", "identities.kubernetes-aks-kubernetes", "issuer", "trusts the issuer")]
    public async Task Federated_credential_that_was_changed_is_wrong(string scenario, string credential, string member, string cause)
    {
        var result = await VerifyBrokenAsync(scenario, async (cloud, state) =>
        {
            var id = state.IdOf(Credential, credential);
            var now = (await cloud.FindAsync(id, "2024-11-30"))?.GetProperty("properties") ?? throw new InvalidOperationException($"There is no {id}.");
            var (issuer, subject, audience) = (now.GetProperty("issuer").GetString() ?? "", now.GetProperty("subject").GetString() ?? "", now.GetProperty("audiences")[0].GetString() ?? "");
            await cloud.PutAsync(id, "2024-11-30", new
            {
                properties = new
                {
                    issuer = member == "issuer" ? issuer + "/" : issuer,
                    subject = member == "subject" ? subject.ToUpperInvariant() : subject,
                    audiences = new[] { member == "audience" ? audience + "Wrong" : audience },
                },
            });
        });

        AssertFound(result, "signs in", "wrong", cause);
    }

    private static async Task<CommandResult> VerifyBrokenAsync(string scenario, Func<SandboxCloud, StoredState, Task> breakAsync)
    {
        await using var project = await TestProject.WithSandboxAsync();
        using var cloud = new SandboxCloud(project.Sandbox.Connection);
        await project.ChooseAsync(scenario);
        await project.UpAsync();
        await breakAsync(cloud, project.ReadState());

        return await project.RunAsync("verify");
    }

    private static void AssertFound(CommandResult result, string check, string outcome, string cause)
    {
        Assert.Equal(ExitCode.Error, result.Exit);
        Assert.True(
            result.Lines.Any(line => line.Contains($" {check} ", StringComparison.Ordinal)
                && line.Contains($" {outcome}: ", StringComparison.Ordinal) && line.Contains(cause, StringComparison.Ordinal)),
            result.All);
    }
}
