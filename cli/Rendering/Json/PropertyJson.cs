using System.Text.Json;
using Provisioning.Protocol.Values;

namespace Provisioning.Cli.Rendering.Json;

/// <summary>Property values in machine-readable output: plain JSON, in which no secret is ever shown.</summary>
internal static class PropertyJson
{
    /// <summary>Writes a map as an object.</summary>
    /// <param name="json">Where it is written.</param>
    /// <param name="map">The map.</param>
    /// <param name="showSecrets">Whether the user asked for secrets in plain.</param>
    public static void Write(Utf8JsonWriter json, PropertyMap map, bool showSecrets = false)
    {
        json.WriteStartObject();
        foreach (var (key, value) in map)
        {
            json.WritePropertyName(key);
            Write(json, value, showSecrets);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter json, PropertyValue value, bool showSecrets = false)
    {
        switch (value)
        {
            case PropertyValue.NullValue:
                json.WriteNullValue();
                break;
            case PropertyValue.BoolValue boolean:
                json.WriteBooleanValue(boolean.Value);
                break;
            case PropertyValue.NumberValue number:
                json.WriteNumberValue(number.Value);
                break;
            case PropertyValue.StringValue text:
                json.WriteStringValue(text.Value);
                break;
            case PropertyValue.ArrayValue array:
                json.WriteStartArray();
                foreach (var item in array.Items)
                    Write(json, item, showSecrets);
                json.WriteEndArray();
                break;
            case PropertyValue.ObjectValue @object:
                Write(json, @object.Members, showSecrets);
                break;
            case PropertyValue.SecretValue secret when showSecrets:
                Write(json, secret.Element, showSecrets);
                break;
            case PropertyValue.SecretValue or PropertyValue.OutputValue { IsSecret: true }:
                json.WriteStringValue(PropertyText.Secret);
                break;
            case PropertyValue.OutputValue { Element: { } element }:
                Write(json, element, showSecrets);
                break;
            case PropertyValue.UnknownValue or PropertyValue.OutputValue:
                json.WriteStringValue(Signatures.Unknown);
                break;
            case PropertyValue.ResourceReference reference:
                json.WriteStringValue(reference.Urn);
                break;
            case PropertyValue.AssetValue or PropertyValue.ArchiveValue:
                json.WriteStringValue(PropertyText.Inline(value));
                break;
            default:
                throw new InvalidOperationException($"Unhandled property value {value.GetType()}.");
        }
    }
}
