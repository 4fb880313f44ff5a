using System.Collections.Immutable;
using System.Text.Json;
using Provisioning.Engine.Projects;
using Provisioning.Engine.State.Json;

namespace Provisioning.Engine.Backends;

/// <summary>The file of one past operation, in Pulumi's form (pkg/backend/updates.go).</summary>
public static class HistoryEntry
{
    private const string Succeeded = "succeeded";
    private const string Failed = "failed";

    /// <summary>The file's content.</summary>
    public static byte[] ToJson(UpdateInfo update)
    {
        var json = new GoJsonWriter();
        json.StartObject();
        json.Name("kind");
        json.String(update.Kind);
        json.Name("startTime");
        json.Number(update.StartTime.ToUnixTimeSeconds());
        json.Name("message");
        json.String(update.Message);
        json.Name("environment");
        json.StartObject();
        foreach (var (name, value) in update.Environment.OrderBy(pair => pair.Key, KeyOrder.Instance))
        {
            json.Name(name);
            json.String(value);
        }

        json.EndObject();
        json.Name("config");
        json.StartObject();
        foreach (var (key, value) in update.Config)
        {
            json.Name(key.ToString());
            ConfigJson.Write(json, value);
        }

        json.EndObject();
        json.Name("version");
        json.Number(0);
        json.Name("result");
        json.String(update.Succeeded ? Succeeded : Failed);
        json.Name("endTime");
        json.Number(update.EndTime.ToUnixTimeSeconds());
        WriteChanges(json, update.ResourceChanges);
        json.EndObject();
        return json.Written.ToArray();
    }

    /// <summary>Parses a file.</summary>
    /// <param name="utf8">Its content.</param>
    /// <param name="file">What messages call it.</param>
    /// <exception cref="State.StateException">It is damaged.</exception>
    public static UpdateInfo Parse(byte[] utf8, string file)
    {
        try
        {
            var root = new StateElement(JsonElement.Parse(utf8), file);
            return new UpdateInfo(
                root.Text("kind"),
                Time(root, "startTime"),
                Time(root, "endTime"),
                root.Text("message"),
                root.Members("environment").ToImmutableSortedDictionary(member => member.Name, member => member.Value.AsText(), StringComparer.Ordinal),
                ImmutableSortedDictionary<ConfigKey, ConfigValue>.Empty.SetItems(root.Members("config").SelectMany(Config)),
                root.Text("result") == Succeeded,
                root.Members("resourceChanges").ToImmutableSortedDictionary(member => member.Name, member => member.Value.Json.GetInt32(), StringComparer.Ordinal));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new BackendException($"The history entry '{file}' cannot be read; remove it to see the others.", exception);
        }
    }

    private static void WriteChanges(GoJsonWriter json, ImmutableSortedDictionary<string, int> changes)
    {
        if (changes.IsEmpty)
            return;

        json.Name("resourceChanges");
        json.StartObject();
        foreach (var (operation, count) in changes)
        {
            json.Name(operation);
            json.Number(count);
        }

        json.EndObject();
    }

    private static DateTimeOffset Time(StateElement root, string name) =>
        DateTimeOffset.FromUnixTimeSeconds(root.Find(name)?.Json.GetInt64() ?? 0);

    private static IEnumerable<KeyValuePair<ConfigKey, ConfigValue>> Config((string Name, StateElement Value) member) =>
        ConfigKey.TryParse(member.Name, "", out var key) ? [KeyValuePair.Create(key, ConfigJson.Read(member.Value.Json))] : [];
}
