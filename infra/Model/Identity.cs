using System.Collections.Immutable;

namespace Provisioning.Infra.Model;

/// <summary>A user-assigned managed identity (<c>identities</c>).</summary>
public sealed record Identity : AzureEntry
{
    /// <inheritdoc/>
    public override string Section => "identities";

    /// <summary>Credentials written out in the document; those that follow from workloads come on top (20 in all).</summary>
    public required ImmutableArray<FederatedCredential> FederatedCredentials { get; init; }
}
