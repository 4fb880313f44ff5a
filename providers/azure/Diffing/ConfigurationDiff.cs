using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Values;
using Pulumirpc;

namespace Provisioning.Providers.Azure.Diffing;

/// <summary>Decides what a change of a provider's configuration means for its resources.</summary>
internal static class ConfigurationDiff
{
    /// <summary>Settings that say where resources live; another value means other resources.</summary>
    private static readonly string[] Places = ["environment", "metadataHost", "subscriptionId", "tenantId"];

    /// <summary>
    /// The answer to the engine. A place that was not configured before may have come from the environment, so only a
    /// change from one known value to another replaces.
    /// </summary>
    public static DiffResponse Compute(PropertyMap olds, PropertyMap news)
    {
        var (from, to) = (olds.Plain(), news.Plain());
        var changed = from.Keys.Union(to.Keys, StringComparer.Ordinal)
            .Where(key => key != "version" && !from.GetOrNull(key).Equals(to.GetOrNull(key)))
            .Order(StringComparer.Ordinal)
            .ToList();
        var response = new DiffResponse
        {
            Changes = changed.Count == 0 ? DiffResponse.Types.DiffChanges.DiffNone : DiffResponse.Types.DiffChanges.DiffSome,
        };
        response.Diffs.Add(changed);
        response.Replaces.Add(changed.Where(key => Places.Contains(key) && Moves(from.GetOrNull(key).AsText(), to.GetOrNull(key).AsText())));
        return response;
    }

    private static bool Moves(string? from, string? to) =>
        !string.IsNullOrEmpty(from) && !string.IsNullOrEmpty(to) && !string.Equals(from, to, StringComparison.OrdinalIgnoreCase);
}
