using System.Collections.Immutable;

namespace Provisioning.Infra.Model;

/// <summary>An entry that is an Azure resource: created by the program, or existing and only read.</summary>
public abstract record AzureEntry : Entry
{
    private protected AzureEntry()
    {
    }

    /// <summary>Id of the existing resource; null when the program creates and owns the resource.</summary>
    public ArmId? Existing { get; init; }

    /// <summary>The resource's name in Azure; of an existing resource, the last part of its id.</summary>
    public required string AzureName { get; init; }

    /// <summary>Azure region, lower case without blanks; the document's unless the entry has its own.</summary>
    public required string Location { get; init; }

    /// <summary>The document's tags, overlaid by the entry's own.</summary>
    public required ImmutableSortedDictionary<string, string> Tags { get; init; }
}
