using Provisioning.Sdk.Generator.Schema;

namespace Provisioning.Sdk.Generator.Emission;

/// <summary>Writes the classes a program reads: nested outputs and results of functions.</summary>
internal sealed class OutputTypeEmitter(PackageSchema package)
{
    private readonly PropertyFacts facts = new(package);

    /// <summary>Writes one output type.</summary>
    public void Write(CodeWriter code, string name, IReadOnlyList<PropertySchema> properties)
    {
        code.Write("[OutputType]");
        code.Open($"public sealed class {name}");
        foreach (var property in properties)
        {
            facts.Write(code, property);
            code.Write($"public readonly {property.Csharp} {property.CsharpName};");
        }

        code.Separate();
        code.Write("[OutputConstructor]");
        var parameters = properties.Select(property => $"{property.Csharp} {Literal.Identifier(property.Name)}");
        code.Open($"private {name}({string.Join(", ", parameters)})");
        foreach (var property in properties)
        {
            code.Write($"{property.CsharpName} = {Literal.Identifier(property.Name)};");
        }

        code.Close();
        code.Close();
    }
}
