using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Provisioning.Cli.Migrations.PodIdentity.Writing;

/// <summary>
/// Writes nested objects of texts as YAML. Unlike a serializer of dictionaries it can write the null by which a patch removes a key.
/// </summary>
internal static partial class ManifestYaml
{
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of an object, with a line feed at the end.</summary>
    public static string Write(JsonObject manifest)
    {
        var text = new StringBuilder();
        Write(text, manifest, indent: 0);
        return text.ToString();
    }

    /// <summary>Lines of a text as comments.</summary>
    public static string Comment(string text) =>
        string.Concat(text.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "#\n" : $"# {line}\n"));

    private static void Write(StringBuilder text, JsonObject manifest, int indent)
    {
        foreach (var (key, value) in manifest)
        {
            text.Append(' ', indent).Append(key).Append(':');
            if (value is JsonObject child)
            {
                text.Append('\n');
                Write(text, child, indent + 2);
            }
            else
            {
                text.Append(' ').Append(Scalar(value)).Append('\n');
            }
        }
    }

    private static string Scalar(JsonNode? value)
    {
        if (value is null)
            return "null";
        var text = value.GetValue<string>();
        return Plain().IsMatch(text) && !Words().IsMatch(text) ? text : JsonValue.Create(text).ToJsonString(Quoting);
    }

    [GeneratedRegex(@"\A[A-Za-z/][A-Za-z0-9./_${}-]*\z")]
    private static partial Regex Plain();

    /// <summary>Words that some readers of YAML take for something else than a text.</summary>
    [GeneratedRegex(@"\A(?:true|false|yes|no|on|off|null|y|n)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
