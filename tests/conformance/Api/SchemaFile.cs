using System.Text.Json;
using Provisioning.Conformance.Tests.Harness;

namespace Provisioning.Conformance.Tests.Api;

/// <summary><c>sdks/schema.json</c>, from which our packages are generated.</summary>
internal static class SchemaFile
{
    /// <summary>The whole document.</summary>
    public static JsonElement Root { get; } = Load();

    /// <summary>The names in one of its sections.</summary>
    public static IEnumerable<string> Keys(string section) => Root.GetProperty(section).EnumerateObject().Select(entry => entry.Name);

    /// <summary>The members of a property list of the schema.</summary>
    /// <param name="owner">A resource, function or type.</param>
    /// <param name="list">Which of its lists.</param>
    public static IReadOnlyList<DeclaredMember> Members(JsonElement owner, string list) =>
    [
        .. owner.GetProperty(list).EnumerateArray().Select(property => new DeclaredMember(
            property.GetProperty("name").GetString() ?? "",
            IsOptional(property),
            TypeScriptType.Of(property.GetProperty("type")))),
    ];

    /// <summary>Inputs say when they are required, outputs when they are optional.</summary>
    private static bool IsOptional(JsonElement property) =>
        property.TryGetProperty("required", out var required)
            ? !required.GetBoolean()
            : property.TryGetProperty("optional", out var optional) && optional.GetBoolean();

    private static JsonElement Load()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(NodeWorkspace.Directory, "../../../sdks/schema.json")));
        return document.RootElement.Clone();
    }
}
