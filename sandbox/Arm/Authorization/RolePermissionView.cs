using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.Authorization;

/// <summary>Entries of a role's permissions as answers show them.</summary>
internal static class RolePermissionView
{
    /// <summary>One entry.</summary>
    public static JsonObject Of(RolePermission permission) => new()
    {
        ["actions"] = Texts(permission.Actions),
        ["notActions"] = Texts(permission.NotActions),
        ["dataActions"] = Texts(permission.DataActions),
        ["notDataActions"] = Texts(permission.NotDataActions),
        ["condition"] = null,
        ["conditionVersion"] = null,
    };

    private static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
