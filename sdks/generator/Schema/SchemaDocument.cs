using System.Text.Json;

namespace Provisioning.Sdk.Generator.Schema;

/// <summary>The content of <c>sdks/schema.json</c>: several packages, keyed by package name, token or type key.</summary>
internal sealed record SchemaDocument(
    IReadOnlyDictionary<string, PackageSource> Source,
    IReadOnlyDictionary<string, ProviderSchema> Providers,
    IReadOnlyDictionary<string, ResourceSchema> Resources,
    IReadOnlyDictionary<string, FunctionSchema> Functions,
    IReadOnlyDictionary<string, ObjectSchema> Types,
    IReadOnlyDictionary<string, EnumSchema> Enums)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the document.</summary>
    /// <exception cref="JsonException">The text is not a schema document.</exception>
    public static SchemaDocument Parse(Stream json) =>
        JsonSerializer.Deserialize<SchemaDocument>(json, Format)
        ?? throw new JsonException("The schema is empty; it must be a JSON object.");

    /// <summary>The part of the document that describes one package.</summary>
    /// <exception cref="ArgumentException">The document does not describe the package.</exception>
    public PackageSchema Package(string name) =>
        Source.TryGetValue(name, out var source) && Providers.TryGetValue(name, out var provider)
            ? new PackageSchema(
                name,
                source.Version,
                source.CsharpRootNamespace,
                provider,
                [.. Resources.Values.Where(resource => resource.Package == name)],
                [.. Functions.Values.Where(function => function.Package == name)],
                [.. Types.Values.Where(type => type.Package == name)],
                Types,
                Enums)
            : throw new ArgumentException(
                $"The schema does not describe the package '{name}'; it describes {string.Join(", ", Source.Keys)}.", nameof(name));
}
