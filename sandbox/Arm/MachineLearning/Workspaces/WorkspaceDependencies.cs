using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.ContainerRegistry;
using Provisioning.Sandbox.Arm.Insights;
using Provisioning.Sandbox.Arm.KeyVault;
using Provisioning.Sandbox.Arm.Storage;

namespace Provisioning.Sandbox.Arm.MachineLearning.Workspaces;

/// <summary>The resources a workspace stands on: they must be there, of the right type, and open to the caller.</summary>
internal static class WorkspaceDependencies
{
    private static readonly IReadOnlyList<(string Property, ArmResourceType Type)> Kinds =
    [
        ("storageAccount", StorageTypes.Accounts),
        ("keyVault", KeyVaultTypes.Vaults),
        ("containerRegistry", ContainerRegistryTypes.Registries),
        ("applicationInsights", InsightsTypes.Components),
    ];

    /// <summary>Actions the caller needs on them.</summary>
    public static IReadOnlyList<string> LinkedPermissions { get; } = [.. Kinds.Select(kind => kind.Type.Action("read"))];

    /// <summary>The checks for a request.</summary>
    public static IEnumerable<LinkedAccess> LinkedAccess(JsonObject body) =>
        from kind in Kinds
        let id = body.IdAt("properties", kind.Property)
        where id is not null
        select new LinkedAccess(id, kind.Type.Action("read"));

    /// <summary>Why the properties of a workspace cannot be, or null.</summary>
    public static ArmError? Check(JsonObject properties, string? workspaceKind, ArmWorld arm)
    {
        foreach (var (property, type) in Kinds)
        {
            if (properties.TextAt(property) is not { Length: > 0 } text)
            {
                if (property is "storageAccount" or "keyVault" && workspaceKind is "Default" or "Hub" or "FeatureStore")
                    return ArmError.BadRequest("ValidationError", $"A workspace of kind '{workspaceKind}' needs '{property}'.", $"properties.{property}");
                continue;
            }

            if (!ArmId.TryParse(text, out var id) || !id.IsOfType(type.Name))
                return ArmError.BadRequest("ValidationError", $"'{text}' is not the id of a resource of type '{type.Name}'.", $"properties.{property}");
            if (arm.Resources.Find(id) is null)
                return ArmError.BadRequest("ValidationError", $"The resource '{text}' that the workspace depends on was not found.", $"properties.{property}");
        }

        return null;
    }
}
