using System.Collections.Immutable;

namespace Provisioning.Infra.Model;

/// <summary>A Deep Lake organization that workloads are registered with (<c>deeplake</c>). The admin token is never in the document.</summary>
public sealed record DeepLakeOrganization : Entry
{
    /// <summary>Base address of the managed service.</summary>
    public static Uri ManagedService { get; } = new("https://api.deeplake.ai");

    /// <inheritdoc/>
    public override string Section => "deeplake";

    /// <summary>Id of the organization: a GUID, or the slug some installations use.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>Principals registered besides those of workloads, such as the identity that a compute is to act as next.</summary>
    public required ImmutableArray<OrganizationMember> Members { get; init; }

    /// <summary>Base address of its API; null for the managed service, or for the sandbox's in the sandbox cloud.</summary>
    public Uri? Endpoint { get; init; }
}
