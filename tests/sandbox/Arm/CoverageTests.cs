using System.Runtime.CompilerServices;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Arm.Coverage;

namespace Provisioning.Sandbox.Tests.Arm;

public sealed class CoverageTests
{
    private const string Accept = "ACCEPT_GOLDEN";

    [Fact]
    public void Coverage_page_is_current()
    {
        var file = Path.Combine(RepositoryRoot(), "docs", "sandbox-coverage.md");
        var page = CoveragePage.Write();
        if (Environment.GetEnvironmentVariable(Accept) is "1")
            File.WriteAllText(file, page);

        Assert.True(File.Exists(file) && File.ReadAllText(file) == page, $"docs/sandbox-coverage.md is not what the operations declare. Run the test with {Accept}=1 and look at the difference.");
    }

    [Fact]
    public void Every_operation_is_in_the_catalogue()
    {
        var declared = typeof(ArmOperation).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(ArmOperation)));

        Assert.Equal(
            declared.Select(type => type.Name).Order(StringComparer.Ordinal),
            ArmOperations.All.Select(operation => operation.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_operation_has_a_route_of_its_own() =>
        Assert.Equal(
            ArmOperations.All.Count,
            ArmOperations.All.Select(operation => $"{operation.Method} {operation.Route}").Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void Every_write_demands_a_permission() =>
        Assert.All(ArmOperations.All.Where(operation => operation.Method is not "GET"), operation => Assert.NotEmpty(operation.Permission));

    [Fact]
    public void Every_type_is_known_to_the_default_versions_of_azure_native()
    {
        var defaults = new Dictionary<string, string>
        {
            ["Microsoft.Resources/resourceGroups"] = "2024-03-01",
            ["Microsoft.ManagedIdentity/userAssignedIdentities"] = "2023-01-31",
            ["Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials"] = "2023-01-31",
            ["Microsoft.Authorization/roleAssignments"] = "2022-04-01",
            ["Microsoft.Authorization/roleDefinitions"] = "2022-05-01-preview",
            ["Microsoft.Authorization/locks"] = "2020-05-01",
            ["Microsoft.MachineLearningServices/workspaces"] = "2025-12-01",
            ["Microsoft.MachineLearningServices/workspaces/computes"] = "2025-12-01",
            ["Microsoft.MachineLearningServices/workspaces/connections"] = "2025-12-01",
            ["Microsoft.ContainerRegistry/registries"] = "2023-01-01-preview",
            ["Microsoft.Storage/storageAccounts"] = "2024-01-01",
            ["Microsoft.Storage/storageAccounts/blobServices"] = "2024-01-01",
            ["Microsoft.Storage/storageAccounts/blobServices/containers"] = "2024-01-01",
            ["Microsoft.KeyVault/vaults"] = "2024-11-01",
            ["Microsoft.KeyVault/vaults/secrets"] = "2024-11-01",
            ["Microsoft.KeyVault/vaults/keys"] = "2024-11-01",
            ["Microsoft.Insights/components"] = "2020-02-02",
            ["Microsoft.OperationalInsights/workspaces"] = "2023-09-01",
            ["Microsoft.Kubernetes/connectedClusters"] = "2024-02-01-preview",
            ["Microsoft.KubernetesConfiguration/extensions"] = "2023-05-01",
            ["Microsoft.ContainerService/managedClusters"] = "2025-09-01",
        };

        Assert.Equal(defaults.Keys.Order(StringComparer.Ordinal), ArmTypes.All.Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.All(ArmTypes.All, type => Assert.Contains(defaults[type.Name], type.Versions.Accepted));
    }

    private static string RepositoryRoot([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file) ?? "", "..", "..", ".."));
}
