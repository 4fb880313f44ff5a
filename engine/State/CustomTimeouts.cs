namespace Provisioning.Engine.State;

/// <summary>How long the operations of a resource may take; null leaves it to the provider.</summary>
/// <param name="Create">Limit of a creation.</param>
/// <param name="Update">Limit of an update.</param>
/// <param name="Delete">Limit of a deletion.</param>
/// <param name="Read">Limit of a read.</param>
public sealed record CustomTimeouts(TimeSpan? Create, TimeSpan? Update, TimeSpan? Delete, TimeSpan? Read);
