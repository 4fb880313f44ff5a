using System.Collections.Immutable;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Planning;

/// <summary>
/// Where two property maps differ, for resources whose provider does not say (components, unknown diffs). Secrets
/// are compared by their content.
/// </summary>
public static class StructuredDiff
{
    /// <summary>The differing paths with their kinds, the deepest that can be named; empty when the maps are equal.</summary>
    public static ImmutableSortedDictionary<string, PropertyDiff> Compare(PropertyMap old, PropertyMap current)
    {
        var differences = ImmutableSortedDictionary.CreateBuilder<string, PropertyDiff>(StringComparer.Ordinal);
        CompareMembers(PropertyPath.Root, old, current, differences);
        return differences.ToImmutable();
    }

    private static void CompareMembers(
        PropertyPath path, PropertyMap old, PropertyMap current, ImmutableSortedDictionary<string, PropertyDiff>.Builder differences)
    {
        foreach (var (key, value) in old)
            CompareValues(path.Append(new PropertyPathSegment.Name(key)), value, current.GetValueOrDefault(key), differences);
        foreach (var (key, value) in current)
        {
            if (!old.ContainsKey(key))
                CompareValues(path.Append(new PropertyPathSegment.Name(key)), null, value, differences);
        }
    }

    private static void CompareValues(
        PropertyPath path, PropertyValue? old, PropertyValue? current, ImmutableSortedDictionary<string, PropertyDiff>.Builder differences)
    {
        switch (old?.WithoutSecrets(), current?.WithoutSecrets())
        {
            case (null, _):
                Add(PropertyDiff.Types.Kind.Add);
                break;
            case (_, null):
                Add(PropertyDiff.Types.Kind.Delete);
                break;
            case (PropertyValue.ObjectValue before, PropertyValue.ObjectValue after):
                CompareMembers(path, before.Members, after.Members, differences);
                break;
            case (PropertyValue.ArrayValue before, PropertyValue.ArrayValue after):
                for (var i = 0; i < Math.Max(before.Items.Length, after.Items.Length); i++)
                {
                    CompareValues(
                        path.Append(new PropertyPathSegment.Index(i)),
                        i < before.Items.Length ? before.Items[i] : null,
                        i < after.Items.Length ? after.Items[i] : null,
                        differences);
                }

                break;
            case var (before, after) when !Equals(before, after):
                Add(PropertyDiff.Types.Kind.Update);
                break;
        }

        void Add(PropertyDiff.Types.Kind kind) => differences[path.ToString()] = new PropertyDiff { Kind = kind, InputDiff = true };
    }
}
