namespace Provisioning.Sdk.Generator.Schema;

/// <summary>A function: a static class with its invocations, two arguments classes and the class of its result.</summary>
/// <param name="Package">Package the function belongs to.</param>
/// <param name="Token">Token the engine routes by.</param>
/// <param name="CsharpNamespace">Namespace of the classes.</param>
/// <param name="CsharpClass">Name of the static class.</param>
/// <param name="CsharpArgsClass">Plain arguments; null when the function takes none.</param>
/// <param name="CsharpInvokeArgsClass">Input-wrapped arguments; null when the function takes none.</param>
/// <param name="CsharpResultClass">Class of the result.</param>
/// <param name="ArgsOptional">Whether the arguments may be left out.</param>
/// <param name="Inputs">Members of both arguments classes.</param>
/// <param name="Outputs">Members of the result.</param>
internal sealed record FunctionSchema(
    string Package,
    string Token,
    string CsharpNamespace,
    string CsharpClass,
    string? CsharpArgsClass,
    string? CsharpInvokeArgsClass,
    string CsharpResultClass,
    bool ArgsOptional,
    IReadOnlyList<PropertySchema> Inputs,
    IReadOnlyList<PropertySchema> Outputs)
{
    /// <summary>Azure API version that the token stands for; null outside Azure Resource Manager.</summary>
    public string? ApiVersion { get; init; }
}
