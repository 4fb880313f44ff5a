namespace Provisioning.Sdk.Generator.Schema;

/// <summary>A resource: one class for the resource, one for its arguments and, in bridged packages, one for its state.</summary>
internal sealed record ResourceSchema(
    string Package,
    string Token,
    string CsharpNamespace,
    string CsharpClass,
    string CsharpArgsClass,
    bool ArgsOptional,
    IReadOnlyList<PropertySchema> Inputs,
    IReadOnlyList<PropertySchema> Outputs)
{
    /// <summary>Azure API version that the token stands for; null outside Azure Resource Manager.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>Class of known state to pass to <c>Get</c>; null where <c>Get</c> takes an id only.</summary>
    public string? CsharpStateClass { get; init; }

    /// <summary>Members of the state class.</summary>
    public IReadOnlyList<PropertySchema> State { get; init; } = [];
}
