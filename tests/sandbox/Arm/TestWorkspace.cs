namespace Provisioning.Sandbox.Tests.Arm;

/// <summary>A workspace of a test, and what it stands on.</summary>
internal sealed record TestWorkspace(string Group, string Name, string StorageName, string VaultName, string RegistryName)
{
    public string Id => $"{Group}/providers/Microsoft.MachineLearningServices/workspaces/{Name}";

    public string Storage => $"{Group}/providers/Microsoft.Storage/storageAccounts/{StorageName}";

    public string Vault => $"{Group}/providers/Microsoft.KeyVault/vaults/{VaultName}";

    public string Registry => $"{Group}/providers/Microsoft.ContainerRegistry/registries/{RegistryName}";

    public string Logs => $"{Group}/providers/Microsoft.OperationalInsights/workspaces/logs";

    public string Insights => $"{Group}/providers/Microsoft.Insights/components/insights";

    public string Compute(string name) => $"{Id}/computes/{name}";

    public string Body(string identity, string more = "") => $$"""
        { "location": "westeurope", "kind": "Default", "identity": {{identity}},
          "properties": { "storageAccount": "{{Storage}}", "keyVault": "{{Vault}}", "containerRegistry": "{{Registry}}",
            "applicationInsights": "{{Insights}}"{{more}} } }
        """;
}
