using System.Collections.Immutable;
using Provisioning.Engine.Providers;
using Pulumirpc;

namespace Provisioning.Engine.Planning;

/// <summary>Turns changes of the properties that a program named into replacements.</summary>
internal static class ReplaceOnChanges
{
    /// <summary>The pseudo property that changes when the last operation left the resource half done.</summary>
    private const string InitError = "#initerror";

    /// <summary>The comparison with the named changes promoted.</summary>
    public static DiffResult Promote(ImmutableArray<string> paths, DiffResult diff, bool hasInitErrors)
    {
        var named = paths.Select(PropertyPath.Parse).ToList();
        if (hasInitErrors && IsNamedKey(InitError))
        {
            return diff with
            {
                Changes = DiffResponse.Types.DiffChanges.DiffSome,
                ReplaceKeys = diff.ReplaceKeys.Add(InitError),
            };
        }

        if (!diff.HasChanges || named.Count == 0)
            return diff;

        var details = diff.DetailedDiff?.ToImmutableSortedDictionary(
            detail => detail.Key, detail => IsNamed(detail.Key) ? detail.Value.AsReplace() : detail.Value, StringComparer.Ordinal);
        var keys = (diff.DetailedDiff?.Keys ?? []).Where(IsNamed).Select(PropertyPath.TopLevelOf).Concat(diff.ChangedKeys.Where(IsNamedKey));
        return diff with { DetailedDiff = details, ReplaceKeys = [.. diff.ReplaceKeys.Concat(keys).Distinct()] };

        bool IsNamed(string path) => named.Any(candidate => candidate.Contains(PropertyPath.ParseOrName(path)));

        bool IsNamedKey(string key) => named.Any(candidate => candidate.Contains(PropertyPath.Of(key)));
    }
}
