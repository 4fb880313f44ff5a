using System.Collections.Immutable;

namespace Provisioning.Infra.Model;

/// <summary>The identity that a workspace or compute runs as. Azure ML takes a system-assigned or user-assigned ones, never both.</summary>
public abstract record IdentityAssignment
{
    private IdentityAssignment()
    {
    }

    /// <summary>No managed identity.</summary>
    public sealed record None : IdentityAssignment;

    /// <summary>The identity that Azure creates and deletes with the resource.</summary>
    public sealed record SystemAssigned : IdentityAssignment;

    /// <summary>User-assigned identities.</summary>
    /// <param name="Identities">One or more; the first is the default (of a workspace, the primary and only one).</param>
    public sealed record UserAssigned(ImmutableArray<Reference<Identity>> Identities) : IdentityAssignment;
}
