using System.Text.Json;
using Provisioning.Sandbox;

namespace Provisioning.Crash.Tests.Harness;

/// <summary>What the cloud holds at a moment, as lines that two runs of the same deployment share.</summary>
/// <param name="Lines">A line for each thing.</param>
/// <param name="Names">How ids are named in them.</param>
/// <param name="DeletedApplications">How many applications wait in the directory to be restored.</param>
internal sealed record World(IReadOnlyList<string> Lines, IReadOnlyDictionary<string, string> Names, int DeletedApplications)
{
    /// <summary>The tables that tell of operations and of the sandbox itself, not of what is deployed.</summary>
    private static readonly HashSet<string> Overlooked =
        ["operations", "oidcIssuers", "outsideIssuers", "tenantKeys", "registryKey", "ports", "runs", "deployer", "deepLakeTokens", "hosts"];

    /// <summary>Looks into a sandbox.</summary>
    public static World Of(SandboxHost sandbox)
    {
        var tables = sandbox.Context.World.Describe();
        var applications = tables["applications"].Values.ToList();
        var live = applications.Where(IsLive).ToList();
        var names = new Dictionary<string, string>();
        foreach (var application in live)
            NameAll(names, application, $"application {Text(application, "displayName")}", "objectId", "appId", "uniqueName");
        foreach (var principal in tables["servicePrincipals"].Values)
            NameAll(names, principal, $"principal {Text(principal, "displayName")} {Text(principal, "resourceId")}", "objectId", "appId");
        foreach (var role in tables["roleAssignments"].Values)
            NameAll(names, role, "role", "roleId");

        var stable = new StableText(names);
        var lines = tables
            .Where(table => !Overlooked.Contains(table.Key))
            .SelectMany(table => table.Value.Values.Where(IsLive).Select(record => $"{table.Key}: {stable.Of(record)}"))
            .Order(StringComparer.Ordinal);
        return new World([.. lines], names, applications.Count - live.Count);
    }

    private static bool IsLive(JsonElement record) =>
        !record.TryGetProperty("federatedCredentials", out _) || !record.TryGetProperty("deletedAt", out var deleted) || deleted.ValueKind == JsonValueKind.Null;

    private static void NameAll(Dictionary<string, string> names, JsonElement record, string owner, params string[] members)
    {
        foreach (var member in members)
        {
            if (Text(record, member) is { Length: > 0 } id)
                names.TryAdd(id.ToLowerInvariant(), member == "roleId" ? $"<role {id[..8]}>" : $"<{member} of {owner}>");
        }
    }

    private static string Text(JsonElement record, string member) =>
        record.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}
