using System.Text.Json;
using System.Text.RegularExpressions;

namespace Provisioning.Crash.Tests.Harness;

/// <summary>
/// Replaces what differs between two runs of the same deployment, and no more: ids that the cloud gives are named after whose they are, so
/// that a reference to the wrong one is still seen.
/// </summary>
/// <param name="names">Names for the ids that are known.</param>
internal sealed partial class StableText(IReadOnlyDictionary<string, string> names)
{
    /// <summary>A value as text that two runs share: members in order of their names, and without those that say when.</summary>
    public string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(", ", value.EnumerateObject()
            .Where(member => !IsVolatile(member.Name))
            .Select(member => $"{Of(member.Name)}: {Of(member.Value)}")
            .Order(StringComparer.Ordinal))}}}",
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Of))}]",
        JsonValueKind.String => $"\"{Of(value.GetString() ?? "")}\"",
        _ => value.GetRawText(),
    };

    /// <summary>A text with ids, times and signatures replaced.</summary>
    public string Of(string text)
    {
        text = Uuid().Replace(text, id => names.GetValueOrDefault(id.Value.ToLowerInvariant(), "<id>"));
        text = Time().Replace(text, "<time>");
        text = Hexadecimal().Replace(text, "<digits>");
        return Port().Replace(text, "localhost:<port>");
    }

    private static bool IsVolatile(string member) => member is
        "created" or "modified" or "createdAt" or "modifiedAt" or "createdBy" or "modifiedBy" or "visibleAt" or "effectiveAt" or "deletedAt" or "etag" or "time" or "manifest" or "updated" or "revision";

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[0-9.]*(Z|[+-]\d\d:\d\d)")]
    private static partial Regex Time();

    [GeneratedRegex(@"localhost:\d+")]
    private static partial Regex Port();

    [GeneratedRegex("[0-9a-f]{32,}")]
    private static partial Regex Hexadecimal();
}
