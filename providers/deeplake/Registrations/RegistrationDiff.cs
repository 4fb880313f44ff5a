using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Providers.DeepLake.Registrations;

/// <summary>
/// Compares registrations. The service has no update, so every change replaces; it accepts a principal once per organization, so a
/// registration that only gets another name is deleted before the new one is created.
/// </summary>
internal static class RegistrationDiff
{
    /// <summary>Compares.</summary>
    /// <param name="olds">Inputs, or outputs, in state.</param>
    /// <param name="news">Checked inputs; may hold unknowns.</param>
    /// <param name="ignored">Properties whose changes do not count.</param>
    public static DiffResponse Compute(PropertyMap olds, PropertyMap news, IEnumerable<string> ignored)
    {
        var changed = RegistrationProperties.Inputs.Except(ignored).Where(name => !IsSame(name, olds, news)).ToList();
        var diff = new DiffResponse
        {
            Changes = changed.Count == 0 ? DiffResponse.Types.DiffChanges.DiffNone : DiffResponse.Types.DiffChanges.DiffSome,
            HasDetailedDiff = true,
            DeleteBeforeReplace = changed.Contains(RegistrationProperties.Name)
                && !changed.Any(name => name != RegistrationProperties.Name && IsKnown(name, news)),
        };
        diff.Replaces.Add(changed);
        diff.Diffs.Add(changed);
        foreach (var name in changed)
            diff.DetailedDiff.Add(name, new PropertyDiff { Kind = KindOf(name, olds, news), InputDiff = true });
        return diff;
    }

    private static PropertyDiff.Types.Kind KindOf(string name, PropertyMap olds, PropertyMap news) =>
        PlainValue.Of(olds.GetOrNull(name)) is PropertyValue.NullValue ? PropertyDiff.Types.Kind.AddReplace
        : PlainValue.Of(news.GetOrNull(name)) is PropertyValue.NullValue ? PropertyDiff.Types.Kind.DeleteReplace
        : PropertyDiff.Types.Kind.UpdateReplace;

    private static bool IsKnown(string name, PropertyMap news) => PlainValue.Of(news.GetOrNull(name)) is not PropertyValue.UnknownValue;

    private static bool IsSame(string name, PropertyMap olds, PropertyMap news) =>
        (PlainValue.Of(olds.GetOrNull(name)), PlainValue.Of(news.GetOrNull(name))) is var (old, @new)
        && (old is PropertyValue.StringValue { Value: var before } && @new is PropertyValue.StringValue { Value: var after }
            ? RegistrationCheck.Normalize(name, before) == RegistrationCheck.Normalize(name, after)
            : old == @new);
}
