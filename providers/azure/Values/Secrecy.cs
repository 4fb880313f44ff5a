using Provisioning.Protocol.Values;

namespace Provisioning.Providers.Azure.Values;

/// <summary>Keeps what an input holds secret out of outputs and messages.</summary>
internal static class Secrecy
{
    private const string Mask = "[secret]";

    /// <summary>Marks as secret what in the outputs stands where the inputs have a secret.</summary>
    public static PropertyMap Carry(PropertyMap inputs, PropertyMap outputs) => PropertyMap.Create(outputs.Select(output =>
        inputs.TryGetValue(output.Key, out var input) ? KeyValuePair.Create(output.Key, Carry(input, output.Value)) : output));

    /// <summary>A message without any secret text of the inputs, should Azure quote one.</summary>
    public static string Redact(string message, PropertyMap inputs)
    {
        foreach (var secret in Texts(new PropertyValue.ObjectValue(inputs), false).Where(text => text.Length > 0))
            message = message.Replace(secret, Mask, StringComparison.Ordinal);
        return message;
    }

    private static PropertyValue Carry(PropertyValue input, PropertyValue output) => (input, output) switch
    {
        (PropertyValue.SecretValue, PropertyValue.SecretValue) => output,
        (PropertyValue.SecretValue, _) => new PropertyValue.SecretValue(output),
        (PropertyValue.ObjectValue from, PropertyValue.ObjectValue to) => new PropertyValue.ObjectValue(Carry(from.Members, to.Members)),
        (PropertyValue.ArrayValue from, PropertyValue.ArrayValue to) when from.Items.Length == to.Items.Length =>
            new PropertyValue.ArrayValue([.. from.Items.Zip(to.Items, Carry)]),
        _ => output,
    };

    private static IEnumerable<string> Texts(PropertyValue value, bool secret) => value switch
    {
        PropertyValue.SecretValue wrapped => Texts(wrapped.Element, true),
        PropertyValue.ObjectValue map => map.Members.Values.SelectMany(member => Texts(member, secret)),
        PropertyValue.ArrayValue array => array.Items.SelectMany(item => Texts(item, secret)),
        PropertyValue.StringValue text when secret => [text.Value],
        _ => [],
    };
}
