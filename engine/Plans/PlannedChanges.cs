using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Plans;

/// <summary>Holds changes of properties to those that were planned.</summary>
internal static class PlannedChanges
{
    /// <summary>In what the changes differ from the planned ones; names properties and no values, which may be secret.</summary>
    /// <param name="planned">The planned changes.</param>
    /// <param name="old">The properties as they are.</param>
    /// <param name="current">The properties as they are to become.</param>
    /// <param name="noun">What messages call them.</param>
    /// <param name="mayStay">Whether a property may also stay as it is, because the step is milder than the planned one.</param>
    public static IEnumerable<string> Violations(PropertyChanges planned, PropertyMap old, PropertyMap current, string noun, bool mayStay)
    {
        var names = old.Keys.Concat(current.Keys).Concat(planned.Adds.Keys).Concat(planned.Updates.Keys).Concat(planned.Deletes);
        foreach (var name in names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var before = Find(old, name);
            var after = Find(current, name);
            if (!IsPlanned(planned, name, before, after) && !(mayStay && Equals(before, after)))
                yield return $"its {noun} '{name}' {Actual(before, after)}, and the plan {Expected(planned, name)}";
        }
    }

    private static bool IsPlanned(PropertyChanges planned, string name, PropertyValue? before, PropertyValue? after)
    {
        var deletes = planned.Deletes.Contains(name);
        var (add, update) = (Find(planned.Adds, name), Find(planned.Updates, name));
        return (before, after) switch
        {
            // What was unknown may have turned out to be nothing.
            (_, null) => deletes || (before is null ? add ?? update : update) is PropertyValue.UnknownValue || (before is null && add is null && update is null),
            (null, _) => add is not null && PlannedValue.Accepts(add, after),
            _ => (add ?? update) is { } value ? PlannedValue.Accepts(value, after) : !deletes && before.Equals(after),
        };
    }

    private static string Actual(PropertyValue? before, PropertyValue? after) => (before, after) switch
    {
        (null, null) => "is not set",
        (null, _) => "would be added",
        (_, null) => "would be removed",
        _ => before.Equals(after) ? "stays as it is" : "would change",
    };

    private static string Expected(PropertyChanges planned, string name) =>
        planned.Adds.ContainsKey(name) ? "adds it with another value"
        : planned.Updates.ContainsKey(name) ? "gives it another value"
        : planned.Deletes.Contains(name) ? "removes it"
        : "leaves it as it is";

    private static PropertyValue? Find(PropertyMap map, string name) => map.TryGetValue(name, out var value) ? value : null;
}
