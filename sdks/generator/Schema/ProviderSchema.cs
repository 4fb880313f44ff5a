namespace Provisioning.Sdk.Generator.Schema;

/// <summary>The provider resource of a package and its configuration.</summary>
internal sealed record ProviderSchema(
    string Token,
    string CsharpNamespace,
    string CsharpClass,
    string CsharpArgsClass,
    IReadOnlyList<PropertySchema> Inputs,
    IReadOnlyList<PropertySchema> Outputs);
