using Provisioning.Protocol.Values;

namespace Provisioning.Providers.Azure.Values;

/// <summary>Reading property values without regard to how the engine wraps them.</summary>
internal static class PropertyValueExtensions
{
    /// <summary>The value without any secret or output wrapper, at every depth. References become ids.</summary>
    public static PropertyValue Plain(this PropertyValue value) => value switch
    {
        PropertyValue.SecretValue secret => secret.Element.Plain(),
        PropertyValue.OutputValue output => output.Element?.Plain() ?? PropertyValue.Unknown,
        PropertyValue.ResourceReference reference => reference.Id ?? reference.Urn,
        PropertyValue.ArrayValue array => new PropertyValue.ArrayValue([.. array.Items.Select(Plain)]),
        PropertyValue.ObjectValue map => new PropertyValue.ObjectValue(map.Members.Plain()),
        _ => value,
    };

    /// <summary>The map without any secret or output wrapper, at every depth.</summary>
    public static PropertyMap Plain(this PropertyMap map) =>
        PropertyMap.Create(map.Select(member => KeyValuePair.Create(member.Key, member.Value.Plain())));

    /// <summary>The text of a string; null for anything else.</summary>
    public static string? AsText(this PropertyValue value) => (value as PropertyValue.StringValue)?.Value;

    /// <summary>The members of an object; none for anything else.</summary>
    public static PropertyMap AsMembers(this PropertyValue value) => (value as PropertyValue.ObjectValue)?.Members ?? PropertyMap.Empty;

    /// <summary>The text at a dotted path; null when there is none.</summary>
    public static string? TextAt(this PropertyMap map, string path) => map.ValueAt(path).AsText();

    /// <summary>The value at a dotted path; <see cref="PropertyValue.Null"/> when there is none.</summary>
    public static PropertyValue ValueAt(this PropertyMap map, string path)
    {
        var separator = path.IndexOf('.', StringComparison.Ordinal);
        return separator < 0
            ? map.GetOrNull(path)
            : map.GetOrNull(path[..separator]).AsMembers().ValueAt(path[(separator + 1)..]);
    }

    /// <summary>A copy with the value at a dotted path set; objects on the way are made.</summary>
    public static PropertyMap WithValueAt(this PropertyMap map, string path, PropertyValue value)
    {
        var separator = path.IndexOf('.', StringComparison.Ordinal);
        if (separator < 0)
            return map.With(path, value);

        var key = path[..separator];
        var inner = map.GetOrNull(key).AsMembers().WithValueAt(path[(separator + 1)..], value);
        return map.With(key, new PropertyValue.ObjectValue(inner));
    }

    /// <summary>Whether the value, at any depth, is not known yet.</summary>
    public static bool HasUnknown(this PropertyValue value) => value switch
    {
        PropertyValue.UnknownValue => true,
        PropertyValue.SecretValue secret => secret.Element.HasUnknown(),
        PropertyValue.OutputValue output => output.Element?.HasUnknown() ?? true,
        PropertyValue.ArrayValue array => array.Items.Any(HasUnknown),
        PropertyValue.ObjectValue map => map.Members.Values.Any(HasUnknown),
        _ => false,
    };

    /// <summary>Whether there is nothing: null, or a member that was never given.</summary>
    public static bool IsNull(this PropertyValue value) => value is PropertyValue.NullValue;
}
