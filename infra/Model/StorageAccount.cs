using System.Collections.Immutable;

namespace Provisioning.Infra.Model;

/// <summary>A storage account with its blob containers (<c>storage</c>).</summary>
public sealed record StorageAccount : AzureEntry
{
    // Thousands of references may name thousands of containers.
    private readonly ImmutableHashSet<string> names = [];

    /// <inheritdoc/>
    public override string Section => "storage";

    /// <summary>Redundancy and performance, such as <c>Standard_LRS</c>.</summary>
    public required string Sku { get; init; }

    /// <summary>Whether account keys may be used; off means Entra tokens only.</summary>
    public required bool SharedKeys { get; init; }

    /// <summary>Whether the account has a hierarchical namespace (Data Lake Storage); fixed at creation.</summary>
    public required bool HierarchicalNamespace { get; init; }

    /// <summary>Whether the account answers from the public network.</summary>
    public required bool PublicNetworkAccess { get; init; }

    /// <summary>Names of the containers: created in a created account, expected in an existing one.</summary>
    public required ImmutableArray<string> Containers
    {
        get;
        init
        {
            field = value;
            names = [.. value];
        }
    }

    /// <summary>Whether a container is one of these.</summary>
    /// <param name="container">Its name.</param>
    internal bool Holds(string container) => names.Contains(container);
}
