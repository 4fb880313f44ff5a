using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Resources;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Graph;

/// <summary>Inputs to the objects of Microsoft Graph and back.</summary>
internal static class GraphBody
{
    /// <summary>The object to POST.</summary>
    public static PropertyMap ToWire(GraphResourceType type, PropertyMap inputs)
    {
        var plain = inputs.Plain();
        return type.Inputs
            .Where(name => !plain.GetOrNull(name).IsNull() && type.Properties.ContainsKey(name))
            .Aggregate(PropertyMap.Empty, (body, name) => body.WithValueAt(type.Properties[name], ToWire(type.WireNames, name, plain[name])));
    }

    /// <summary>
    /// The object to PATCH: what changed, and an empty value for what was removed, since Graph keeps what is not named.
    /// </summary>
    public static PropertyMap ToPatch(GraphResourceType type, PropertyMap oldInputs, PropertyMap inputs)
    {
        var (old, plain) = (oldInputs.Plain(), inputs.Plain());
        return type.Inputs
            .Where(name => type.Properties.ContainsKey(name) && !old.GetOrNull(name).Equals(plain.GetOrNull(name)))
            .Aggregate(PropertyMap.Empty, (body, name) => body.WithValueAt(
                type.Properties[name],
                plain.GetOrNull(name).IsNull() ? EmptyOf(old[name]) : ToWire(type.WireNames, name, plain[name])));
    }

    /// <summary>The outputs in an object.</summary>
    public static PropertyMap ToOutputs(GraphResourceType type, PropertyMap body) =>
        type.Derive(PropertyMap.Create(type.Properties
            .Select(property => KeyValuePair.Create(property.Key, ToSdk(type.WireNames, property.Key, body.ValueAt(property.Value))))
            .Where(output => !output.Value.IsNull())));

    private static PropertyValue EmptyOf(PropertyValue old) =>
        old is PropertyValue.ArrayValue ? new PropertyValue.ArrayValue([]) : PropertyValue.Null;

    private static PropertyValue ToWire(WireNames names, string path, PropertyValue value) => value switch
    {
        PropertyValue.ObjectValue map => new PropertyValue.ObjectValue(PropertyMap.Create(map.Members.Select(member =>
            KeyValuePair.Create(names.ToWire(path, member.Key), ToWire(names, WireNames.Join(path, member.Key), member.Value))))),
        PropertyValue.ArrayValue array => new PropertyValue.ArrayValue([.. array.Items.Select(item => ToWire(names, path, item))]),
        _ => value,
    };

    private static PropertyValue ToSdk(WireNames names, string path, PropertyValue value) => value switch
    {
        PropertyValue.ObjectValue map => new PropertyValue.ObjectValue(PropertyMap.Create(map.Members.Select(member =>
        {
            var name = names.ToSdk(path, member.Key);
            return KeyValuePair.Create(name, ToSdk(names, WireNames.Join(path, name), member.Value));
        }))),
        PropertyValue.ArrayValue array => new PropertyValue.ArrayValue([.. array.Items.Select(item => ToSdk(names, path, item))]),
        _ => value,
    };
}
