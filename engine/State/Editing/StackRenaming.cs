using Provisioning.Protocol.Values;

namespace Provisioning.Engine.State.Editing;

/// <summary>Gives the whole stack another name, which is a part of every URN.</summary>
internal static class StackRenaming
{
    /// <summary>The state with the URNs of the renamed stack, in references and values too.</summary>
    /// <param name="snapshot">The state.</param>
    /// <param name="stack">The new name of the stack.</param>
    public static Snapshot Rename(Snapshot snapshot, string stack)
    {
        return snapshot with
        {
            Resources = [.. snapshot.Resources.Select(Rewrite)],
            PendingOperations = [.. snapshot.PendingOperations.Select(operation => operation with { Resource = Rewrite(operation.Resource) })],
        };

        ResourceState Rewrite(ResourceState resource)
        {
            var references = ResourceReferences.Of(resource).Select(reference => reference.Target);
            if (resource.Provider is { } provider)
                references = references.Append(provider.Urn);
            return ResourceReferences.Rewrite(resource, references.Distinct().ToDictionary(urn => urn, urn => urn.InStack(stack))) with
            {
                Urn = resource.Urn.InStack(stack),
                Inputs = Map(resource.Inputs),
                Outputs = Map(resource.Outputs),
            };
        }

        PropertyMap Map(PropertyMap map) => PropertyMap.Create(map.AsEnumerable().Select(member => KeyValuePair.Create(member.Key, Value(member.Value))));

        PropertyValue Value(PropertyValue value) => value switch
        {
            PropertyValue.ResourceReference reference when Urn.TryParse(reference.Urn, out var urn) => reference with { Urn = urn.InStack(stack).ToString() },
            PropertyValue.SecretValue secret => new PropertyValue.SecretValue(Value(secret.Element)),
            PropertyValue.ArrayValue array => new PropertyValue.ArrayValue([.. array.Items.Select(Value)]),
            PropertyValue.ObjectValue @object => new PropertyValue.ObjectValue(Map(@object.Members)),
            _ => value,
        };
    }
}
