using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Operations;
using Provisioning.Providers.Azure.Resources;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Arm;

/// <summary>Inputs to request bodies, response bodies to outputs, and outputs back to inputs.</summary>
internal static class ArmBody
{
    private const string Properties = "properties";
    private const string Identity = "identity";

    /// <summary>The body of a PUT.</summary>
    public static PropertyMap ToWire(ArmResourceType type, PropertyMap inputs)
    {
        var plain = inputs.Plain();
        var body = Select(type, plain, type.Envelope);
        if (type.Properties.Count > 0)
            body = body.With(Properties, new PropertyValue.ObjectValue(Select(type, plain, type.Properties)));
        return plain.TryGetValue(Identity, out var identity) && type.Envelope.Contains(Identity) && !identity.IsNull()
            ? body.With(Identity, new PropertyValue.ObjectValue(IdentityBlock.ToWire(identity.AsMembers())))
            : body;
    }

    /// <summary>The resource in a response; the id it was asked for by stands in for one that is missing.</summary>
    public static LiveResource ToResource(ArmResourceType type, string id, PropertyMap body) =>
        new(body.TextAt("id") is { Length: > 0 } returned ? returned : id, ToOutputs(type, body));

    /// <summary>The outputs in a response: azure-native's shape, with the API version that state needs.</summary>
    public static PropertyMap ToOutputs(ArmResourceType type, PropertyMap body)
    {
        var envelope = type.Flattens ? body.Without(Properties) : body;
        var outputs = type.Flattens
            ? Renamed(type, "", body.GetOrNull(Properties).AsMembers())
            : PropertyMap.Empty;
        var own = envelope.Without("id").Select(member => KeyValuePair.Create(member.Key, ToSdk(type, member.Key, member.Value)));
        return PropertyMap.Create([.. outputs, .. own, KeyValuePair.Create<string, PropertyValue>("azureApiVersion", type.ApiVersion)]);
    }

    /// <summary>The body inputs that would give these outputs; what only the service sets is left out.</summary>
    public static PropertyMap ToInputs(ArmResourceType type, PropertyMap outputs)
    {
        var plain = outputs.Plain();
        foreach (var path in type.ReadOnly)
            plain = Remove(plain, path);
        var inputs = PropertyMap.Create(plain.Where(member => type.BodyInputs.Contains(member.Key)));
        return inputs.TryGetValue(Identity, out var identity)
            ? inputs.With(Identity, new PropertyValue.ObjectValue(IdentityBlock.ToInputs(identity.AsMembers(), type.Identity)))
            : inputs;
    }

    private static PropertyMap Select(ArmResourceType type, PropertyMap inputs, IReadOnlyList<string> names) =>
        PropertyMap.Create(inputs
            .Where(member => names.Contains(member.Key) && !member.Value.IsNull())
            .Select(member => KeyValuePair.Create(
                type.WireNames.ToWire("", member.Key), ToWire(type.WireNames, member.Key, member.Value))));

    private static PropertyValue ToWire(WireNames names, string path, PropertyValue value) => value switch
    {
        PropertyValue.ObjectValue map => new PropertyValue.ObjectValue(PropertyMap.Create(map.Members
            .Where(member => !member.Value.IsNull())
            .Select(member => KeyValuePair.Create(
                names.ToWire(path, member.Key), ToWire(names, WireNames.Join(path, member.Key), member.Value))))),
        PropertyValue.ArrayValue array => new PropertyValue.ArrayValue([.. array.Items.Select(item => ToWire(names, path, item))]),
        _ => value,
    };

    private static PropertyMap Renamed(ArmResourceType type, string path, PropertyMap body) =>
        PropertyMap.Create(body.Select(member =>
        {
            var name = type.WireNames.ToSdk(path, member.Key);
            return KeyValuePair.Create(name, ToSdk(type, WireNames.Join(path, name), member.Value));
        }));

    private static PropertyValue ToSdk(ArmResourceType type, string path, PropertyValue value) => value switch
    {
        PropertyValue.ObjectValue map => new PropertyValue.ObjectValue(Renamed(type, path, map.Members)),
        PropertyValue.ArrayValue array => new PropertyValue.ArrayValue([.. array.Items.Select(item => ToSdk(type, path, item))]),
        _ => value,
    };

    private static PropertyMap Remove(PropertyMap map, string path)
    {
        var separator = path.IndexOf('.', StringComparison.Ordinal);
        if (separator < 0)
            return map.Without(path);

        var key = path[..separator];
        return map.GetOrNull(key) is PropertyValue.ObjectValue inner
            ? map.With(key, new PropertyValue.ObjectValue(Remove(inner.Members, path[(separator + 1)..])))
            : map;
    }
}
