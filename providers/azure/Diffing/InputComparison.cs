using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Resources;
using Provisioning.Providers.Azure.Values;
using Kind = Pulumirpc.PropertyDiff.Types.Kind;

namespace Provisioning.Providers.Azure.Diffing;

/// <summary>Finds how two sets of inputs differ, where differing means differing to Azure.</summary>
/// <remarks>
/// Ids compare without regard to case, locations also without spaces, lists of identities without order, null is the
/// same as not given. Inputs that start with two underscores, and the API version that a provider used, are no wishes of
/// the program.
/// </remarks>
/// <param name="caseless">Top-level inputs that compare without regard to case: the names in an ARM path.</param>
internal sealed class InputComparison(IReadOnlySet<string> caseless)
{
    private const string Identities = "userAssignedIdentities";

    /// <summary>The differences, in key order.</summary>
    public IReadOnlyList<InputChange> Compare(PropertyMap olds, PropertyMap news)
    {
        var changes = new List<InputChange>();
        CompareMembers("", "", Visible(olds.Plain()), Visible(news.Plain()), changes);
        return changes;
    }

    /// <summary>Whether two plain values are the same to Azure.</summary>
    /// <param name="shape">Dotted path of the value without list indexes.</param>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public bool AreEqual(string shape, PropertyValue left, PropertyValue right)
    {
        var changes = new List<InputChange>();
        Compare(shape, shape, left, right, changes);
        return changes.Count == 0;
    }

    private static PropertyMap Visible(PropertyMap inputs) =>
        PropertyMap.Create(inputs.Where(input => !input.Key.StartsWith("__", StringComparison.Ordinal) && input.Key != "azureApiVersion"));

    private void CompareMembers(string path, string shape, PropertyMap olds, PropertyMap news, List<InputChange> changes)
    {
        var keys = olds.Keys.Concat(news.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var key in keys)
            Compare(PropertyPaths.Member(path, key), WireNames.Join(shape, key), olds.GetOrNull(key), news.GetOrNull(key), changes);
    }

    private void Compare(string path, string shape, PropertyValue old, PropertyValue @new, List<InputChange> changes)
    {
        switch (old, @new)
        {
            case (PropertyValue.NullValue, PropertyValue.NullValue):
                break;
            case (PropertyValue.NullValue, _):
                changes.Add(new InputChange(path, shape, Kind.Add));
                break;
            case (_, PropertyValue.NullValue):
                changes.Add(new InputChange(path, shape, Kind.Delete));
                break;
            case (PropertyValue.ObjectValue from, PropertyValue.ObjectValue to) when AreKeyedById(from, to):
                if (!SameIds(from.Members.Keys, to.Members.Keys))
                    changes.Add(new InputChange(path, shape, Kind.Update));
                break;
            case (PropertyValue.ObjectValue from, PropertyValue.ObjectValue to):
                CompareMembers(path, shape, from.Members, to.Members, changes);
                break;
            case (PropertyValue.ArrayValue from, PropertyValue.ArrayValue to) when IsLeaf(shape, Identities) && AllKnown(from) && AllKnown(to):
                if (!SameIds(from.Items.Select(item => item.AsText() ?? ""), to.Items.Select(item => item.AsText() ?? "")))
                    changes.Add(new InputChange(path, shape, Kind.Update));
                break;
            case (PropertyValue.ArrayValue from, PropertyValue.ArrayValue to):
                CompareItems(path, shape, from, to, changes);
                break;
            case (PropertyValue.StringValue from, PropertyValue.StringValue to):
                if (!SameText(shape, from.Value, to.Value))
                    changes.Add(new InputChange(path, shape, Kind.Update));
                break;
            default:
                if (!old.Equals(@new))
                    changes.Add(new InputChange(path, shape, Kind.Update));
                break;
        }
    }

    private void CompareItems(string path, string shape, PropertyValue.ArrayValue from, PropertyValue.ArrayValue to, List<InputChange> changes)
    {
        for (var index = 0; index < Math.Max(from.Items.Length, to.Items.Length); index++)
        {
            var old = index < from.Items.Length ? from.Items[index] : PropertyValue.Null;
            var @new = index < to.Items.Length ? to.Items[index] : PropertyValue.Null;
            Compare(PropertyPaths.Item(path, index), shape, old, @new, changes);
        }
    }

    private bool SameText(string shape, string old, string @new)
    {
        if (IsLeaf(shape, "location") || IsLeaf(shape, "computeLocation"))
            return Locations.AreEqual(old, @new);
        if (ResourceIds.IsId(old) && ResourceIds.IsId(@new))
            return ResourceIds.AreEqual(old, @new);
        return string.Equals(old, @new, caseless.Contains(shape) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }

    private static bool AreKeyedById(PropertyValue.ObjectValue from, PropertyValue.ObjectValue to) =>
        from.Members.Keys.Concat(to.Members.Keys).All(ResourceIds.IsId) && from.Members.Count + to.Members.Count > 0;

    private static bool AllKnown(PropertyValue.ArrayValue list) => list.Items.All(item => item is PropertyValue.StringValue);

    private static bool SameIds(IEnumerable<string> from, IEnumerable<string> to) =>
        from.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(to);

    private static bool IsLeaf(string shape, string name) =>
        shape == name || shape.EndsWith("." + name, StringComparison.Ordinal);
}
