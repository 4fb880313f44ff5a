using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Who may read what in a vault: by roles, or by the vault's own access policies, never by both.</summary>
internal static class VaultAccess
{
    /// <summary>Whether roles rule a vault.</summary>
    public static bool UsesRoles(ArmId vault, ArmWorld arm) =>
        arm.Resources.Find(vault)?.Open().FlagAt("properties", "enableRbacAuthorization") is true;

    /// <summary>Whether a policy of a vault lets a principal do something with secrets or keys.</summary>
    /// <param name="vault">The vault.</param>
    /// <param name="principal">Object id.</param>
    /// <param name="section">As in policies: <c>secrets</c> or <c>keys</c>.</param>
    /// <param name="permission">As in policies: <c>get</c>, <c>list</c>, <c>set</c>, <c>wrapKey</c>.</param>
    /// <param name="arm">Keeps the vault.</param>
    public static bool HasPolicy(ArmId vault, Guid principal, string section, string permission, ArmWorld arm) =>
        (arm.Resources.Find(vault)?.Open().At("properties", "accessPolicies") as JsonArray ?? [])
        .Where(policy => IsFor(policy, principal))
        .SelectMany(policy => policy.At("permissions", section) as JsonArray ?? [])
        .Any(granted => granted.TextAt() is { } word && (word.Equals(permission, StringComparison.OrdinalIgnoreCase) || word.Equals("all", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether a policy is for a principal.</summary>
    public static bool IsFor(JsonNode? policy, Guid principal) => Guid.TryParse(policy.TextAt("objectId"), out var id) && id == principal;

    /// <summary>Adds a policy with all permissions but purge, as services do for their own identities.</summary>
    public static void AddPolicy(ArmId vault, Guid principal, ArmWorld arm) => arm.Resources.Change(vault, body =>
    {
        var properties = body.Open("properties");
        properties.Default("accessPolicies", new JsonArray());
        ((JsonArray?)properties.At("accessPolicies"))?.Add((JsonNode)new JsonObject
        {
            ["tenantId"] = arm.Directory.TenantId.ToString(),
            ["objectId"] = principal.ToString(),
            ["permissions"] = new JsonObject { ["secrets"] = new JsonArray("get", "list", "set", "delete"), ["keys"] = new JsonArray("get", "wrapKey", "unwrapKey") },
        });
    });
}
