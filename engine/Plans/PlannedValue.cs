using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Plans;

/// <summary>Holds a value to a planned one, in which an unknown stands for any value.</summary>
internal static class PlannedValue
{
    /// <summary>Whether a value is what was planned.</summary>
    public static bool Accepts(PropertyValue planned, PropertyValue actual) => (planned, actual) switch
    {
        (PropertyValue.UnknownValue, _) or (_, PropertyValue.UnknownValue) => true,
        (PropertyValue.SecretValue secret, PropertyValue.SecretValue other) => Accepts(secret.Element, other.Element),
        (PropertyValue.ArrayValue array, PropertyValue.ArrayValue other) =>
            array.Items.Length == other.Items.Length && array.Items.Zip(other.Items, Accepts).All(accepted => accepted),
        (PropertyValue.ObjectValue @object, PropertyValue.ObjectValue other) => Accepts(@object.Members, other.Members),
        _ => planned.Equals(actual),
    };

    private static bool Accepts(PropertyMap planned, PropertyMap actual) =>
        planned.AsEnumerable().All(member => actual.TryGetValue(member.Key, out var value) ? Accepts(member.Value, value) : member.Value is PropertyValue.UnknownValue)
        && actual.Keys.All(planned.ContainsKey);
}
