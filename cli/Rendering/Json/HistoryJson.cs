using System.Globalization;
using System.Text.Json;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Secrets;

namespace Provisioning.Cli.Rendering.Json;

/// <summary>The list that <c>stack history --json</c> prints, with Pulumi's members.</summary>
internal static class HistoryJson
{
    /// <summary>What stands for a secret that today's passphrase does not open; Pulumi's word.</summary>
    private const string Undecryptable = "ERROR_UNABLE_TO_DECRYPT";

    /// <summary>Puts the configuration of operations into text.</summary>
    /// <param name="updates">The operations.</param>
    /// <param name="store">The stack, which decrypts secrets.</param>
    /// <param name="showSecrets">Whether secrets are shown at all.</param>
    /// <param name="cancellationToken">Stops decrypting.</param>
    public static async Task<IReadOnlyList<Entry>> PrepareAsync(IEnumerable<UpdateInfo> updates, StackStore store, bool showSecrets, CancellationToken cancellationToken)
    {
        var entries = new List<Entry>();
        foreach (var update in updates)
        {
            var config = new List<Setting>();
            foreach (var (key, value) in update.Config)
            {
                var text = value.IsSecret && !showSecrets ? null : await TextAsync(value, store, cancellationToken);
                config.Add(new Setting(key.ToString(), text, value.IsSecret, value is ConfigValue.Map or ConfigValue.List));
            }

            entries.Add(new Entry(update, config));
        }

        return entries;
    }

    /// <summary>Writes the list.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Entry> entries)
    {
        json.WriteStartArray();
        foreach (var entry in entries)
            WriteEntry(json, entry);
        json.WriteEndArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, Entry entry)
    {
        var update = entry.Update;
        json.WriteStartObject();

        // Self-managed backends number nothing.
        json.WriteNumber("version", 0);
        json.WriteString("kind", update.Kind);
        json.WriteString("startTime", Time(update.StartTime));
        json.WriteString("message", update.Message);
        json.WriteStartObject("environment");
        foreach (var (name, value) in update.Environment)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteStartObject("config");
        foreach (var setting in entry.Config)
            WriteSetting(json, setting);
        json.WriteEndObject();
        json.WriteString("result", update.Succeeded ? "succeeded" : "failed");
        json.WriteString("endTime", Time(update.EndTime));
        json.WriteStartObject("resourceChanges");
        foreach (var (operation, count) in update.ResourceChanges)
            json.WriteNumber(operation, count);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSetting(Utf8JsonWriter json, Setting setting)
    {
        json.WriteStartObject(setting.Name);
        if (setting.Text is { } text)
        {
            json.WriteString("value", text);
            if (setting.IsStructured && text != Undecryptable)
            {
                json.WritePropertyName("objectValue");
                json.WriteRawValue(text);
            }
        }

        json.WriteBoolean("secret", setting.IsSecret);
        json.WriteEndObject();
    }

    private static async Task<string> TextAsync(ConfigValue value, StackStore store, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ConfigTextAsync(value, cancellationToken);
        }
        catch (SecretsException)
        {
            // An old operation may have had another passphrase; the others are shown all the same.
            return Undecryptable;
        }
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>One operation.</summary>
    internal sealed record Entry(UpdateInfo Update, IReadOnlyList<Setting> Config);

    /// <summary>One configuration value of it; the text is null for a secret that is not to be shown.</summary>
    internal sealed record Setting(string Name, string? Text, bool IsSecret, bool IsStructured);
}
