using System.Text.Json;

namespace Provisioning.Conformance.Tests.Api;

/// <summary>How TypeScript writes the types of <c>sdks/schema.json</c>, as a <see cref="DeclaredMember"/> has them.</summary>
internal static class TypeScriptType
{
    /// <summary>The name of a type or enumeration: <c>azure-native:inputs:storage:SkuArgs</c> is <c>inputs.storage.SkuArgs</c>.</summary>
    public static string Name(string key) => string.Join('.', key.Split(':').Skip(1).Where(part => part != "index"));

    /// <summary>The type that a property of the schema has.</summary>
    public static string Of(JsonElement type) => type.GetProperty("kind").GetString() switch
    {
        "string" => type.TryGetProperty("const", out var constant) ? $"\"{constant}\"" : "string",
        "int" or "double" => "number",
        "boolean" => "boolean",
        "any" => "any",
        "assetOrArchive" => "pulumi.asset.Asset | pulumi.asset.Archive",
        "array" => $"{Of(type.GetProperty("of"))}[]",
        "map" => $"{{ [key: string]: {Of(type.GetProperty("of"))} }}",
        "object" => Reference(type),
        "enum" => type.TryGetProperty("open", out var open) && open.GetBoolean() ? $"string | {Reference(type)}" : Reference(type),
        "union" => string.Join(" | ", type.GetProperty("of").EnumerateArray().Select(Of)),
        var kind => throw new InvalidDataException($"The schema has a type of unknown kind '{kind}'."),
    };

    private static string Reference(JsonElement type) => Name(type.GetProperty("ref").GetString() ?? "");
}
