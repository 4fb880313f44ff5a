using System.Xml;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Values;

/// <summary>Recognises a body we sent in what a service returns.</summary>
internal static class Mirrors
{
    /// <summary>
    /// Whether every member sent stands in the answer. What the answer lacks does not count: services keep secrets to
    /// themselves and add much of their own.
    /// </summary>
    public static bool Holds(PropertyMap sent, PropertyMap received) =>
        sent.All(member => Find(received, member.Key) is not { } value || Holds(member.Value, value));

    private static bool Holds(PropertyValue sent, PropertyValue received) => (sent, received) switch
    {
        (_, PropertyValue.NullValue) => true,
        (PropertyValue.ObjectValue from, PropertyValue.ObjectValue to) => Holds(from.Members, to.Members),
        (PropertyValue.ArrayValue from, PropertyValue.ArrayValue to) =>
            from.Items.Length == to.Items.Length && from.Items.Zip(to.Items).All(pair => Holds(pair.First, pair.Second)),
        (PropertyValue.StringValue from, PropertyValue.StringValue to) => SameText(from.Value, to.Value),
        _ => sent.Equals(received),
    };

    /// <summary>Ids, locations and durations come back in other casing and form (PT120S as PT2M).</summary>
    private static bool SameText(string sent, string received)
    {
        if (ResourceIds.IsId(sent))
            return ResourceIds.AreEqual(sent, received);
        return Locations.AreEqual(sent, received) || (Duration(sent) is { } span && span == Duration(received));
    }

    private static TimeSpan? Duration(string text)
    {
        if (!text.StartsWith('P'))
            return null;

        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static PropertyValue? Find(PropertyMap map, string key) =>
        map.TryGetValue(key, out var value)
            ? value
            : ResourceIds.IsId(key) ? map.FirstOrDefault(member => ResourceIds.AreEqual(member.Key, key)).Value : null;
}
