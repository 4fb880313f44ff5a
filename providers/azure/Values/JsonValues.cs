using System.Text.Json;
using Provisioning.Protocol.Values;

namespace Provisioning.Providers.Azure.Values;

/// <summary>Plain property values to and from JSON bodies.</summary>
internal static class JsonValues
{
    /// <summary>Parses a body; one that is empty or no JSON object is an empty map.</summary>
    /// <remarks>Gateways in front of Azure answer errors in HTML, which must not hide the status.</remarks>
    public static PropertyMap ParseObject(BinaryData body)
    {
        if (body.ToMemory().IsEmpty)
            return PropertyMap.Empty;

        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement) is PropertyValue.ObjectValue map ? map.Members : PropertyMap.Empty;
        }
        catch (JsonException)
        {
            return PropertyMap.Empty;
        }
    }

    /// <summary>Reads a value; members of objects that are null are left out, as azure-native does.</summary>
    public static PropertyValue Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new PropertyValue.ObjectValue(PropertyMap.Create(
            element.EnumerateObject()
                .Where(member => member.Value.ValueKind != JsonValueKind.Null)
                .Select(member => KeyValuePair.Create(member.Name, Read(member.Value))))),
        JsonValueKind.Array => new PropertyValue.ArrayValue([.. element.EnumerateArray().Select(Read)]),
        JsonValueKind.String => element.GetString() ?? "",
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null or JsonValueKind.Undefined => PropertyValue.Null,
        _ => throw new InvalidOperationException($"Unhandled JSON kind {element.ValueKind}."),
    };

    /// <summary>Writes a plain map as a JSON body.</summary>
    /// <exception cref="InvalidOperationException">A value is no plain value; an engine sends none to a write.</exception>
    public static BinaryData Write(PropertyMap map)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, new PropertyValue.ObjectValue(map));
        return BinaryData.FromBytes(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, PropertyValue value)
    {
        switch (value)
        {
            case PropertyValue.NullValue:
                writer.WriteNullValue();
                break;
            case PropertyValue.BoolValue boolean:
                writer.WriteBooleanValue(boolean.Value);
                break;
            case PropertyValue.NumberValue number:
                writer.WriteNumberValue(number.Value);
                break;
            case PropertyValue.StringValue text:
                writer.WriteStringValue(text.Value);
                break;
            case PropertyValue.ArrayValue array:
                writer.WriteStartArray();
                foreach (var item in array.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case PropertyValue.ObjectValue map:
                writer.WriteStartObject();
                foreach (var (key, member) in map.Members)
                {
                    writer.WritePropertyName(key);
                    Write(writer, member);
                }

                writer.WriteEndObject();
                break;
            default:
                throw new InvalidOperationException($"A value of kind {value.GetType().Name} cannot be sent to Azure.");
        }
    }
}
