using Provisioning.Protocol.Values;

namespace Provisioning.Providers.DeepLake;

/// <summary>Values without the marks that say how to treat them.</summary>
internal static class PlainValue
{
    /// <summary>What is inside of secrets; an unknown when it is not known.</summary>
    public static PropertyValue Of(PropertyValue value) => value switch
    {
        PropertyValue.SecretValue secret => Of(secret.Element),
        PropertyValue.OutputValue output => output.Element is null ? PropertyValue.Unknown : Of(output.Element),
        _ => value,
    };

    /// <summary>A new text in the place of a value; secret when the value was.</summary>
    public static PropertyValue Replace(PropertyValue value, string text)
    {
        if (Of(value) == text)
            return value;
        return value is PropertyValue.SecretValue or PropertyValue.OutputValue { IsSecret: true } ? new PropertyValue.SecretValue(text) : text;
    }
}
