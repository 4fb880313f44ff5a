using System.Collections.Immutable;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Plans;

/// <summary>How the top-level properties of a resource are to change. Values that a preview does not know are unknown.</summary>
/// <param name="Adds">Those it has not, with their values.</param>
/// <param name="Deletes">Those it is to lose, in ordinal order.</param>
/// <param name="Updates">Those that get other values.</param>
public sealed record PropertyChanges(PropertyMap Adds, ImmutableArray<string> Deletes, PropertyMap Updates)
{
    /// <summary>Nothing changes.</summary>
    public static PropertyChanges None { get; } = new(PropertyMap.Empty, [], PropertyMap.Empty);

    /// <summary>What makes one map of another.</summary>
    public static PropertyChanges Between(PropertyMap old, PropertyMap current) => new(
        PropertyMap.Create(current.AsEnumerable().Where(member => !old.ContainsKey(member.Key))),
        [.. old.Keys.Where(key => !current.ContainsKey(key)).Order(StringComparer.Ordinal)],
        PropertyMap.Create(current.AsEnumerable().Where(member => old.TryGetValue(member.Key, out var before) && !before.Equals(member.Value))));
}
