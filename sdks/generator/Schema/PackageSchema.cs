namespace Provisioning.Sdk.Generator.Schema;

/// <summary>Everything one package consists of.</summary>
/// <param name="Name">Package name as the engine knows it, e.g. <c>azure-native</c>.</param>
/// <param name="Version">Version of the package; programs ask the engine for a plugin of this version.</param>
/// <param name="RootNamespace">Namespace of the provider and of the package's attribute.</param>
/// <param name="Provider">The provider resource.</param>
/// <param name="Resources">The package's resources.</param>
/// <param name="Functions">The package's functions.</param>
/// <param name="Objects">The package's nested types.</param>
/// <param name="Types">Nested types by key, to resolve references.</param>
/// <param name="Enums">Enumerations by key, to resolve references.</param>
internal sealed record PackageSchema(
    string Name,
    string Version,
    string RootNamespace,
    ProviderSchema Provider,
    IReadOnlyList<ResourceSchema> Resources,
    IReadOnlyList<FunctionSchema> Functions,
    IReadOnlyList<ObjectSchema> Objects,
    IReadOnlyDictionary<string, ObjectSchema> Types,
    IReadOnlyDictionary<string, EnumSchema> Enums)
{
    /// <summary>Name of the attribute that marks the package's resource classes, without its suffix.</summary>
    public string ResourceTypeAttribute => RootNamespace[(RootNamespace.LastIndexOf('.') + 1)..] + "ResourceType";

    /// <summary>The package's own enumerations.</summary>
    public IEnumerable<EnumSchema> OwnEnums => Enums.Values.Where(@enum => @enum.Package == Name);
}
