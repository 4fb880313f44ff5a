using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Diffing;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Arm;

/// <summary>Foretells outputs for previews: what inputs say, and unknowns for what the service decides.</summary>
internal static class ArmForecast
{
    /// <summary>The outputs of a create. Members that are left out count as unknown.</summary>
    public static PropertyMap OfCreate(ArmResourceType type, PropertyMap inputs) =>
        PropertyMap.Create(type.BodyInputs
            .Where(name => !inputs.GetOrNull(name).IsNull())
            .Select(name => KeyValuePair.Create(name, OutputOf(type, name, inputs[name]))))
        .With("azureApiVersion", type.ApiVersion);

    /// <summary>
    /// The outputs of an update: those in state, but for the inputs that change. So what the service chose once, such as a
    /// principal id, stays known.
    /// </summary>
    public static PropertyMap OfUpdate(ArmResourceType type, PropertyMap old, PropertyMap oldInputs, PropertyMap inputs)
    {
        var comparison = ResourceDiff.ComparisonOf(type);
        var outputs = old.With("azureApiVersion", type.ApiVersion);
        foreach (var name in type.BodyInputs)
        {
            var input = inputs.GetOrNull(name);
            if (comparison.AreEqual(name, oldInputs.GetOrNull(name).Plain(), input.Plain()))
                continue;
            outputs = outputs.With(name, input.IsNull() ? PropertyValue.Unknown : OutputOf(type, name, input));
        }

        return outputs;
    }

    private static PropertyValue OutputOf(ArmResourceType type, string name, PropertyValue input)
    {
        if (name == "identity" && input.Plain() is PropertyValue.ObjectValue identity)
            return new PropertyValue.ObjectValue(IdentityBlock.Foretell(identity.Members));
        if (input is not PropertyValue.ObjectValue map)
            return input;

        var holder = PropertyMap.Empty.With(name, map);
        return type.ReadOnly
            .Where(path => path.StartsWith(name + ".", StringComparison.Ordinal) && ParentExists(holder, path))
            .Aggregate(holder, (filled, path) => filled.WithValueAt(path, PropertyValue.Unknown))[name];
    }

    private static bool ParentExists(PropertyMap map, string path) =>
        map.ValueAt(path[..path.LastIndexOf('.')]) is PropertyValue.ObjectValue;
}
