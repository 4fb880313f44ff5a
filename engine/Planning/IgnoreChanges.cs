using System.Collections.Immutable;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Planning;

/// <summary>Resets ignored properties of new inputs to what they were, before anyone compares them.</summary>
internal static class IgnoreChanges
{
    /// <summary>
    /// The inputs with the value at each path taken over from the old inputs, or removed when these have none.
    /// </summary>
    /// <param name="paths">Property paths; <c>*</c> stands for every member or item.</param>
    /// <param name="old">The inputs in state.</param>
    /// <param name="current">The inputs the program gave.</param>
    /// <param name="unresolved">Receives the paths that would add or remove a list item, or lead through a plain value.</param>
    public static PropertyMap Apply(ImmutableArray<string> paths, PropertyMap old, PropertyMap current, ICollection<string> unresolved)
    {
        PropertyValue result = new PropertyValue.ObjectValue(current);
        var before = new PropertyValue.ObjectValue(old);
        foreach (var path in paths)
        {
            if (TryReset(PropertyPath.Parse(path).Segments.AsSpan(), before, result, out var reset) && reset is not null)
                result = reset;
            else
                unresolved.Add(path);
        }

        return ((PropertyValue.ObjectValue)result).Members;
    }

    private static bool TryReset(ReadOnlySpan<PropertyPathSegment> path, PropertyValue? old, PropertyValue? current, out PropertyValue? reset)
    {
        reset = path.IsEmpty ? old : current;
        if (path.IsEmpty || (old is null && current is null))
            return true;

        if (current is PropertyValue.SecretValue secret)
        {
            var resolved = TryReset(path, old, secret.Element, out var element);
            reset = element is null ? null : new PropertyValue.SecretValue(element);
            return resolved;
        }

        return (path[0], Open(old), current) switch
        {
            (PropertyPathSegment.Name name, var before, PropertyValue.ObjectValue after) =>
                TryResetMember(name.Value, path[1..], before as PropertyValue.ObjectValue, after, out reset),
            (PropertyPathSegment.Wildcard, PropertyValue.ObjectValue before, PropertyValue.ObjectValue after) =>
                TryResetMembers(path[1..], before, after, out reset),
            (PropertyPathSegment.Wildcard, PropertyValue.ArrayValue before, PropertyValue.ArrayValue after) =>
                TryResetItems(path[1..], before, after, out reset),
            (PropertyPathSegment.Index index, PropertyValue.ArrayValue before, PropertyValue.ArrayValue after)
                when index.Value < before.Items.Length && index.Value < after.Items.Length =>
                TryResetItem(index.Value, path[1..], before, after, out reset),
            (PropertyPathSegment.Index index, var before, PropertyValue.ArrayValue after) =>
                index.Value >= after.Items.Length && (before is not PropertyValue.ArrayValue items || index.Value >= items.Items.Length),
            _ => false,
        };
    }

    private static bool TryResetMember(
        string name, ReadOnlySpan<PropertyPathSegment> rest, PropertyValue.ObjectValue? old, PropertyValue.ObjectValue current, out PropertyValue? reset)
    {
        var resolved = TryReset(rest, old?.Members.GetValueOrDefault(name), current.Members.GetValueOrDefault(name), out var member);
        reset = !resolved ? current : new PropertyValue.ObjectValue(
            member is null ? current.Members.Without(name) : current.Members.With(name, member));
        return resolved;
    }

    private static bool TryResetMembers(
        ReadOnlySpan<PropertyPathSegment> rest, PropertyValue.ObjectValue old, PropertyValue.ObjectValue current, out PropertyValue? reset)
    {
        reset = current;
        foreach (var name in old.Members.Keys.Union(current.Members.Keys))
        {
            if (!TryResetMember(name, rest, old, (PropertyValue.ObjectValue)reset, out var changed) || changed is null)
                return false;
            reset = changed;
        }

        return true;
    }

    private static bool TryResetItems(
        ReadOnlySpan<PropertyPathSegment> rest, PropertyValue.ArrayValue old, PropertyValue.ArrayValue current, out PropertyValue? reset)
    {
        reset = current;
        if (old.Items.Length != current.Items.Length)
            return false;

        for (var i = 0; i < current.Items.Length; i++)
        {
            if (!TryResetItem(i, rest, old, (PropertyValue.ArrayValue)reset, out var changed) || changed is null)
                return false;
            reset = changed;
        }

        return true;
    }

    private static bool TryResetItem(
        int index, ReadOnlySpan<PropertyPathSegment> rest, PropertyValue.ArrayValue old, PropertyValue.ArrayValue current, out PropertyValue? reset)
    {
        var resolved = TryReset(rest, old.Items[index], current.Items[index], out var item);
        reset = resolved && item is not null ? new PropertyValue.ArrayValue(current.Items.SetItem(index, item)) : current;
        return resolved;
    }

    private static PropertyValue? Open(PropertyValue? value) => value is PropertyValue.SecretValue secret ? Open(secret.Element) : value;
}
