namespace Provisioning.Sandbox.Tests.Arm;

/// <summary>Bodies that the service accepts as they are.</summary>
internal static class Bodies
{
    public const string Registry = """{ "location": "westeurope", "sku": { "name": "Standard" } }""";

    public const string Account = """{ "location": "westeurope", "kind": "StorageV2", "sku": { "name": "Standard_LRS" } }""";

    public const string LogWorkspace = """{ "location": "westeurope" }""";

    public static string Vault(ArmFixture sandbox, bool byRoles = true) => $$"""
        { "location": "westeurope", "properties": {
          "tenantId": "{{sandbox.Host.Connection.TenantId}}", "sku": { "family": "A", "name": "standard" },
          "enableRbacAuthorization": {{(byRoles ? "true" : "false")}}, "accessPolicies": [] } }
        """;

    public static string Component(string workspace) => $$"""
        { "location": "westeurope", "kind": "web", "properties": { "Application_Type": "web", "WorkspaceResourceId": "{{workspace}}" } }
        """;

    public static string Credential(string subject, string issuer = "https://issuer.example", string audience = "api://AzureADTokenExchange") => $$"""
        { "properties": { "issuer": "{{issuer}}", "subject": "{{subject}}", "audiences": ["{{audience}}"] } }
        """;

    public static string Identity(params string[] ids) => ids.Length is 0
        ? """{ "type": "SystemAssigned" }"""
        : $$"""{ "type": "UserAssigned", "userAssignedIdentities": { {{string.Join(", ", ids.Select(id => $"\"{id}\": {{}}"))}} } }""";
}
