using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Resources;
using Provisioning.Providers.Azure.Values;
using Pulumirpc;
using Kind = Pulumirpc.PropertyDiff.Types.Kind;

namespace Provisioning.Providers.Azure.Diffing;

/// <summary>Decides what a change of inputs means for a resource: nothing, an update, or a replacement.</summary>
internal static class ResourceDiff
{
    /// <summary>Set in inputs whose name was made at random, so that old and new can exist side by side.</summary>
    public const string CreateBeforeDelete = "__createBeforeDelete";

    /// <summary>The answer to the engine when the inputs are those in state.</summary>
    public static DiffResponse None => new() { HasDetailedDiff = true, Changes = DiffResponse.Types.DiffChanges.DiffNone };

    /// <summary>The answer to the engine.</summary>
    /// <param name="type">The resource's type.</param>
    /// <param name="oldInputs">The inputs in state.</param>
    /// <param name="outputs">The outputs in state.</param>
    /// <param name="newInputs">The inputs after Check.</param>
    public static DiffResponse Compute(ResourceType type, PropertyMap oldInputs, PropertyMap outputs, PropertyMap newInputs)
    {
        var comparison = ComparisonOf(type);
        var changes = comparison.Compare(oldInputs, newInputs);
        if (changes.Count == 0)
            return None;

        var response = new DiffResponse { HasDetailedDiff = true, Changes = DiffResponse.Types.DiffChanges.DiffSome };
        var rules = RulesOf(type, oldInputs);
        var replaced = new List<InputChange>();
        foreach (var change in changes)
        {
            var replaces = NeedsReplacement(rules, change, oldInputs, newInputs)
                && !(change.Kind == Kind.Add && AlreadySo(comparison, change, outputs, newInputs));
            if (replaces)
                replaced.Add(change);
            response.DetailedDiff[change.Path] = new PropertyDiff { Kind = replaces ? Replacing(change.Kind) : change.Kind, InputDiff = true };
        }

        response.Diffs.Add(changes.Select(change => change.Root).Distinct(StringComparer.Ordinal));
        response.Replaces.Add(replaced.Select(change => change.Root).Distinct(StringComparer.Ordinal));
        response.DeleteBeforeReplace = replaced.Count > 0 && !CanCoexist(type, oldInputs, replaced);
        return response;
    }

    /// <summary>How inputs of a type compare.</summary>
    public static InputComparison ComparisonOf(ResourceType type) =>
        new(type.IgnoresCaseOfPath ? type.PathInputs.ToHashSet(StringComparer.Ordinal) : []);

    private static List<ReplaceRule> RulesOf(ResourceType type, PropertyMap oldInputs) =>
    [
        .. type.PathInputs.Select(path => (ReplaceRule)path),
        .. type.Replaces.Where(rule => rule.AppliesTo(oldInputs)),
    ];

    private static bool NeedsReplacement(List<ReplaceRule> rules, InputChange change, PropertyMap oldInputs, PropertyMap newInputs)
    {
        var whole = change.Kind == Kind.Delete ? oldInputs.Plain() : newInputs.Plain();
        return rules.Exists(rule => rule.Covers(change.Shape) || (rule.LiesBelow(change.Shape) && !whole.ValueAt(rule.Path).IsNull()));
    }

    /// <summary>
    /// An input that was not given before and now spells out what Azure chose needs no new resource.
    /// </summary>
    private static bool AlreadySo(InputComparison comparison, InputChange change, PropertyMap outputs, PropertyMap newInputs) =>
        outputs.Plain().ValueAt(change.Shape) is var current && !current.IsNull()
        && comparison.AreEqual(change.Shape, current, newInputs.Plain().ValueAt(change.Shape));

    private static bool CanCoexist(ResourceType type, PropertyMap oldInputs, List<InputChange> replaced) =>
        oldInputs.GetOrNull(CreateBeforeDelete).Plain() is PropertyValue.BoolValue { Value: true }
        && (type.DistinguishedBy.Count == 0 || replaced.Exists(change => type.DistinguishedBy.Contains(change.Root)));

    private static Kind Replacing(Kind kind) => kind switch
    {
        Kind.Add => Kind.AddReplace,
        Kind.Delete => Kind.DeleteReplace,
        Kind.Update => Kind.UpdateReplace,
        _ => throw new InvalidOperationException($"Unhandled kind of difference {kind}."),
    };
}
