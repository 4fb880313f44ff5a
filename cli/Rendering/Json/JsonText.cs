using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Provisioning.Cli.Rendering.Json;

/// <summary>Builds a JSON text with only the escapes that JSON demands.</summary>
internal static class JsonText
{
    /// <summary>What a function writes; indented by four blanks when asked for, as Pulumi does.</summary>
    public static string Of(Action<Utf8JsonWriter> write, bool indented)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions
        {
            Indented = indented,
            IndentSize = 4,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a member that holds a list of strings; nothing when the list is empty.</summary>
    public static void WriteList(Utf8JsonWriter json, string name, IReadOnlyCollection<string> items)
    {
        if (items.Count == 0)
            return;

        json.WriteStartArray(name);
        foreach (var item in items)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }
}
