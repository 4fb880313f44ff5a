using System.Globalization;
using System.Text;
using System.Text.Json;
using Provisioning.Engine.State.Json;

namespace Provisioning.Engine.Projects;

/// <summary>Configuration values as JSON: in history files with secrets encrypted, for programs decrypted.</summary>
internal static class ConfigJson
{
    private const string SecureMember = "secure";

    /// <summary>Writes a value; a secret as the object with the one member <c>secure</c>.</summary>
    public static void Write(GoJsonWriter json, ConfigValue value)
    {
        switch (value)
        {
            case ConfigValue.Plain { Kind: ConfigScalarKind.String } text:
                json.String(text.Text);
                break;
            case ConfigValue.Plain { Kind: ConfigScalarKind.Null }:
                json.Null();
                break;
            case ConfigValue.Plain { Kind: ConfigScalarKind.Boolean } boolean:
                json.Boolean(boolean.Text == "true");
                break;
            case ConfigValue.Plain { Kind: ConfigScalarKind.Integer } integer:
                json.Number(long.Parse(integer.Text, CultureInfo.InvariantCulture));
                break;
            case ConfigValue.Plain { Kind: ConfigScalarKind.Float } number:
                json.Number(double.Parse(number.Text, CultureInfo.InvariantCulture));
                break;
            case ConfigValue.Secure secure:
                json.StartObject();
                json.Name(SecureMember);
                json.String(secure.Ciphertext);
                json.EndObject();
                break;
            case ConfigValue.List list:
                json.StartArray();
                foreach (var item in list.Items)
                    Write(json, item);
                json.EndArray();
                break;
            case ConfigValue.Map map:
                json.StartObject();
                foreach (var (name, member) in map.Members.OrderBy(pair => pair.Key, KeyOrder.Instance))
                {
                    json.Name(name);
                    Write(json, member);
                }

                json.EndObject();
                break;
            default:
                throw new InvalidOperationException($"Unhandled configuration value {value.GetType()}.");
        }
    }

    /// <summary>A value as JSON text.</summary>
    public static string Text(ConfigValue value)
    {
        var json = new GoJsonWriter(escapeHtml: true);
        Write(json, value);
        return Encoding.UTF8.GetString(json.Written);
    }

    /// <summary>Reads a value.</summary>
    public static ConfigValue Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => ConfigValue.FromString(json.GetString() ?? ""),
        JsonValueKind.True => new ConfigValue.Plain("true", ConfigScalarKind.Boolean),
        JsonValueKind.False => new ConfigValue.Plain("false", ConfigScalarKind.Boolean),
        JsonValueKind.Null => new ConfigValue.Plain("", ConfigScalarKind.Null),
        JsonValueKind.Number => json.TryGetInt64(out var integer)
            ? new ConfigValue.Plain(integer.ToString(CultureInfo.InvariantCulture), ConfigScalarKind.Integer)
            : new ConfigValue.Plain(json.GetDouble().ToString("R", CultureInfo.InvariantCulture), ConfigScalarKind.Float),
        JsonValueKind.Array => new ConfigValue.List([.. json.EnumerateArray().Select(Read)]),
        JsonValueKind.Object when json.EnumerateObject().ToList() is [{ Name: SecureMember, Value.ValueKind: JsonValueKind.String } secure] =>
            new ConfigValue.Secure(secure.Value.GetString() ?? ""),
        JsonValueKind.Object => new ConfigValue.Map(ConfigValue.Map.Empty.Members.SetItems(
            json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Read(member.Value))))),
        _ => throw new JsonException("A configuration value is missing."),
    };
}
