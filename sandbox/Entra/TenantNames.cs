using System.Collections.Frozen;

namespace Provisioning.Sandbox.Entra;

/// <summary>The first segment of the login host's paths: the tenant, or a word for many tenants.</summary>
internal sealed class TenantNames(Guid tenantId)
{
    private static readonly FrozenSet<string> Shared = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "common", "organizations", "consumers");

    /// <summary>The tenant that is served.</summary>
    public Guid TenantId => tenantId;

    /// <summary>Whether the segment stands for many tenants.</summary>
    public static bool IsShared(string name) => Shared.Contains(name);

    /// <summary>Whether the segment is the tenant's id.</summary>
    public bool IsOurs(string name) => Guid.TryParse(name, out var id) && id == tenantId;
}
