using System.Text.Json;

namespace Provisioning.Sdk.Generator.Schema;

/// <summary>A property of a resource, function, provider or nested type.</summary>
/// <param name="Name">Name on the wire between program and engine.</param>
/// <param name="CsharpName">Name of the C# member.</param>
/// <param name="Type">What the value is.</param>
internal sealed record PropertySchema(string Name, string CsharpName, TypeReference Type)
{
    /// <summary>Full C# type of the member; null for function inputs, which have two types instead.</summary>
    public string? Csharp { get; init; }

    /// <summary>C# type in the plain arguments class of a function.</summary>
    public string? CsharpArgs { get; init; }

    /// <summary>C# type in the Input-wrapped arguments class of a function.</summary>
    public string? CsharpInvokeArgs { get; init; }

    /// <summary>C# type in the variant of a nested type that state classes use, where it differs.</summary>
    public string? CsharpGet { get; init; }

    /// <summary>Whether an input must be given.</summary>
    public bool Required { get; init; }

    /// <summary>Value that the constructor of the arguments class sets.</summary>
    public JsonElement? Default { get; init; }

    /// <summary>Environment variables whose value stands in for a missing provider input.</summary>
    public IReadOnlyList<string> Env { get; init; } = [];

    /// <summary>Whether a provider input goes over the wire as JSON text.</summary>
    public bool Json { get; init; }

    /// <summary>Whether the value is marked secret when it is set.</summary>
    public bool Secret { get; init; }

    /// <summary>Whether a changed value replaces the resource.</summary>
    public bool ReplaceOnChange { get; init; }

    /// <summary>Whether the package advises against the property.</summary>
    public bool Deprecated { get; init; }
}
