using System.Collections.Immutable;

namespace Provisioning.Infra.Model;

/// <summary>
/// An Entra application with its service principal (<c>applications</c>), for workloads that cannot use a managed identity.
/// </summary>
public sealed record Application : Entry
{
    /// <inheritdoc/>
    public override string Section => "applications";

    /// <summary>Display name in Entra.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Ids of the existing application; null when the program creates it.</summary>
    public ExistingApplication? Existing { get; init; }

    /// <summary>Credentials written out in the document; those that follow from workloads come on top (20 in all).</summary>
    public required ImmutableArray<FederatedCredential> FederatedCredentials { get; init; }
}
