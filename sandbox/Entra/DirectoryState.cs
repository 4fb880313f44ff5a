using System.Collections.Immutable;

namespace Provisioning.Sandbox.Entra;

/// <summary>Everything a <see cref="Directory"/> holds at one moment, for storing and restoring.</summary>
public sealed record DirectoryState
{
    /// <summary>The tenant.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>The applications that exist.</summary>
    public ImmutableArray<Application> Applications { get; init; } = [];

    /// <summary>Deleted applications, which keep their unique names and identifier URIs until they are purged.</summary>
    public ImmutableArray<Application> DeletedApplications { get; init; } = [];

    /// <summary>The service principals that exist.</summary>
    public ImmutableArray<ServicePrincipal> ServicePrincipals { get; init; } = [];
}
