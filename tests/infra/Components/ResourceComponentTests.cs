using Provisioning.Infra.Tests.Plans;

namespace Provisioning.Infra.Tests.Components;

/// <summary>Registries, storage accounts, vaults and telemetry: safe unless asked otherwise, and untouched when they exist.</summary>
public sealed class ResourceComponentTests
{
    private const string Existing =
        """
        location: westeurope
        resourceGroup: { existing: "/subscriptions/${subscription}/resourceGroups/rg" }
        identities:
          one: { existing: "/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/one" }
        registries:
          one: { existing: "/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/registry1" }
        storage:
          one: { existing: "/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/account1", containers: [files] }
        vaults:
          one: { existing: "/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/vault1" }
        insights:
          one: { existing: "/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Insights/components/insights1" }
        workspaces:
          one: { existing: "/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws1", identity: system }
        clusters:
          one: { existing: "/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks" }
        """;

    [Fact]
    public async Task WhatExists_IsReadAndNeverManaged()
    {
        var run = await RecordedStack.RunAsync(Model.Documents.LoadValid(Existing));

        Assert.All(run.Resources.Where(resource => !resource.IsComponent), resource => Assert.NotEmpty(resource.ReadId));
    }

    [Fact]
    public async Task Cluster_IsNotEvenReadWithoutNeed()
    {
        var run = await RecordedStack.RunAsync(Model.Documents.LoadValid(Existing));

        Assert.DoesNotContain("azure-native:containerservice:getManagedCluster", run.Mocks.Calls);
    }

    [Fact]
    public async Task RoleOnAContainerOfAnExistingAccount_IsScopedToTheContainer()
    {
        var run = await RecordedStack.RunAsync(Model.Documents.LoadValid(
            $"{Existing}\nworkloads:\n  a: {{ runsOn: {{ github: {{ repository: contoso/models, environment: a }} }}, identity: one, reads: [one/files] }}"));

        Assert.EndsWith(
            "/storageAccounts/account1/blobServices/default/containers/files",
            run["RoleAssignment", "identities.one-StorageBlobDataReader-storage.one/files"].Text("scope"));
    }

    [Fact]
    public async Task Registry_HasItsAdminUserOff()
    {
        Assert.Equal(false, (await Run.Of(""))["containerregistry:Registry", "private"].Inputs["adminUserEnabled"]);
    }

    [Fact]
    public async Task StorageAccount_TakesNeitherSharedKeysNorAnonymousReaders()
    {
        var account = (await Run.Of(""))["StorageAccount", "data"];

        Assert.Equal(false, account.Inputs["allowSharedKeyAccess"]);
        Assert.Equal(false, account.Inputs["allowBlobPublicAccess"]);
    }

    [Fact]
    public async Task Vault_AuthorizesByRoles()
    {
        Assert.Equal(true, (await Run.Of(""))["keyvault:Vault", "main"].At("properties", "enableRbacAuthorization"));
    }

    [Fact]
    public async Task Vault_WithoutPurgeProtection_DoesNotMentionIt()
    {
        var run = await RecordedStack.RunAsync(Stacks.Load("local"));

        Assert.Null(run["keyvault:Vault", "main"].At("properties", "enablePurgeProtection"));
    }
}
