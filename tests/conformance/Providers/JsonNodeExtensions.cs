using System.Text.Json.Nodes;

namespace Provisioning.Conformance.Tests.Providers;

/// <summary>Short ways to read the answers of judges.</summary>
internal static class JsonNodeExtensions
{
    public static string GetText(this JsonNode? node) => node?.GetValue<string>() ?? "";

    public static int GetInt(this JsonNode? node) => node?.GetValue<int>() ?? 0;

    public static bool IsTrue(this JsonNode? node) => node?.GetValue<bool>() ?? false;

    public static IEnumerable<string> GetTexts(this JsonNode? node) => node?.AsArray().Select(item => item.GetText()) ?? [];
}
