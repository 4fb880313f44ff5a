using System.Globalization;
using System.Text;

namespace Provisioning.Sandbox.Arm.Coverage;

/// <summary>The page that says what of Resource Manager the sandbox has, written from the operations' own declarations.</summary>
internal static class CoveragePage
{
    private const string Namespace = "Provisioning.Sandbox.Arm.";

    /// <summary>The page in Markdown.</summary>
    public static string Write()
    {
        var page = new StringBuilder();
        page.Append("# What the sandbox has of Azure Resource Manager\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{ArmOperations.All.Count} operations, written from their declarations. ");
        page.Append("An operation refuses callers that lack its permission on its target, or a linked permission on what its body names.\n");
        foreach (var group in ArmOperations.All.GroupBy(AreaOf))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {group.Key}\n\n");
            page.Append("| Operation | Route | API versions | Permission |\n|---|---|---|---|\n");
            foreach (var operation in group)
                page.Append(CultureInfo.InvariantCulture, $"| {operation.Name} | `{operation.Method} {operation.Route}` | {Versions(operation)} | {Permissions(operation)} |\n");
        }

        return page.ToString();
    }

    private static string AreaOf(ArmOperation operation) =>
        (operation.GetType().Namespace ?? "")[Namespace.Length..].Replace(".", " / ", StringComparison.Ordinal);

    private static string Versions(ArmOperation operation) =>
        operation.Versions.Accepted is [var only] ? only : $"{operation.Versions.Accepted[0]} … {operation.Versions.Accepted[^1]}";

    private static string Permissions(ArmOperation operation)
    {
        var own = operation.Permission.Length > 0 ? $"`{operation.Permission}`" : "any signed-in caller";
        return operation.LinkedPermissions.Count is 0
            ? own
            : $"{own}; linked: {string.Join(", ", operation.LinkedPermissions.Select(permission => $"`{permission}`"))}";
    }
}
