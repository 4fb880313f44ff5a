using System.Collections.Frozen;
using System.Text.Json;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Arm.Authorization;

/// <summary>
/// Azure's own roles, as far as this product's world needs them; read from <c>BuiltInRoles.json</c>. Their ids are the same in every
/// tenant and cloud.
/// </summary>
internal static class BuiltInRoles
{
    /// <summary>Everything but data and, in effect, nothing withheld.</summary>
    public static readonly Guid Owner = new("8e3af657-a8ff-443c-a75c-2fe8c4bcb635");

    /// <summary>Everything but access.</summary>
    public static readonly Guid Contributor = new("b24988ac-6180-42a0-ab88-20f7382dd24c");

    /// <summary>Pull images.</summary>
    public static readonly Guid AcrPull = new("7f951dda-4ed3-4680-a7ca-43fe172d538d");

    /// <summary>Read, write and delete blobs.</summary>
    public static readonly Guid StorageBlobDataContributor = new("ba92f5b4-2d11-453d-a403-e96b0029c9fe");

    /// <summary>All data of a vault.</summary>
    public static readonly Guid KeyVaultAdministrator = new("00482a5a-887f-4fb3-b363-3b7fe8e74483");

    /// <summary>Roles that can repair access: Owner, User Access Administrator, Role Based Access Control Administrator.</summary>
    public static readonly FrozenSet<Guid> Administrators = FrozenSet.Create(
        Owner,
        new Guid("18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"),
        new Guid("f58310d9-a9f6-439a-9e8d-f62e7b41a168"));

    /// <summary>All of them by id.</summary>
    public static FrozenDictionary<Guid, RoleDefinition> All { get; } = Read().ToFrozenDictionary(role => role.Id);

    private static IEnumerable<RoleDefinition> Read()
    {
        using var stream = typeof(BuiltInRoles).Assembly.GetManifestResourceStream(typeof(BuiltInRoles), "BuiltInRoles.json")
            ?? throw new InvalidDataException("The assembly lacks 'BuiltInRoles.json'.");
        var roles = JsonSerializer.Deserialize(stream, SandboxJson.Compact.TypeInfo<StoredRole[]>()) ?? [];
        return roles.Select(role => new RoleDefinition
        {
            Id = role.Id,
            RoleName = role.Name,
            IsBuiltIn = true,
            Description = role.Description,
            Permissions =
            [
                new RolePermission
                {
                    Actions = role.Actions ?? [],
                    NotActions = role.NotActions ?? [],
                    DataActions = role.DataActions ?? [],
                    NotDataActions = role.NotDataActions ?? [],
                },
            ],
        });
    }

    internal sealed record StoredRole(
        Guid Id,
        string Name,
        string Description,
        IReadOnlyList<string>? Actions,
        IReadOnlyList<string>? NotActions,
        IReadOnlyList<string>? DataActions,
        IReadOnlyList<string>? NotDataActions);
}
