using System.Collections.Immutable;
using Provisioning.Engine.Planning;
using Pulumirpc;

namespace Provisioning.Engine.Providers;

/// <summary>The answer of a comparison.</summary>
internal sealed record DiffResult
{
    /// <summary>Nothing differs.</summary>
    public static DiffResult Equal { get; } = new() { Changes = DiffResponse.Types.DiffChanges.DiffNone };

    /// <summary>The provider cannot tell.</summary>
    public static DiffResult Unknown { get; } = new() { Changes = DiffResponse.Types.DiffChanges.DiffUnknown };

    /// <summary>Whether anything differs.</summary>
    public required DiffResponse.Types.DiffChanges Changes { get; init; }

    /// <summary>The top-level properties that force a replacement.</summary>
    public ImmutableArray<string> ReplaceKeys { get; init; } = [];

    /// <summary>The top-level properties that differ.</summary>
    public ImmutableArray<string> ChangedKeys { get; init; } = [];

    /// <summary>Each differing property path with its kind; null when the provider gave none.</summary>
    public ImmutableSortedDictionary<string, PropertyDiff>? DetailedDiff { get; init; }

    /// <summary>Whether the provider wants the old resource gone before the new one is created.</summary>
    public bool DeleteBeforeReplace { get; init; }

    /// <summary>Whether something differs.</summary>
    public bool HasChanges => Changes == DiffResponse.Types.DiffChanges.DiffSome;

    /// <summary>Whether the resource must be replaced.</summary>
    public bool Replaces => HasChanges && !ReplaceKeys.IsEmpty;

    /// <summary>A replacement for a reason of the engine's own.</summary>
    public static DiffResult Replacement(string key) => new()
    {
        Changes = DiffResponse.Types.DiffChanges.DiffSome,
        ReplaceKeys = [key],
    };

    /// <summary>Reads a provider's answer; the detailed diff counts only when the provider says that it gives one.</summary>
    public static DiffResult From(DiffResponse response)
    {
        var details = response.HasDetailedDiff ? response.DetailedDiff.ToImmutableSortedDictionary(StringComparer.Ordinal) : null;
        var replacing = (details ?? ImmutableSortedDictionary<string, PropertyDiff>.Empty)
            .Where(detail => detail.Value.IsReplace)
            .Select(detail => PropertyPath.TopLevelOf(detail.Key));
        return new DiffResult
        {
            Changes = response.Changes,
            ReplaceKeys = [.. response.Replaces.Concat(replacing).Distinct()],
            ChangedKeys = [.. response.Diffs],
            DetailedDiff = details,
            DeleteBeforeReplace = response.DeleteBeforeReplace,
        };
    }
}
