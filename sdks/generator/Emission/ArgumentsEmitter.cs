using Provisioning.Sdk.Generator.Schema;

namespace Provisioning.Sdk.Generator.Emission;

/// <summary>Writes the classes a program fills in: arguments of resources, functions, providers and nested objects.</summary>
internal sealed class ArgumentsEmitter(PackageSchema package)
{
    private readonly PropertyFacts facts = new(package);

    /// <summary>Writes one arguments class.</summary>
    /// <param name="code">Receives the text.</param>
    /// <param name="name">Name of the class.</param>
    /// <param name="baseClass">Simple name of the SDK's base class.</param>
    /// <param name="properties">The members.</param>
    /// <param name="typeOf">Chooses the C# type of a member.</param>
    public void Write(
        CodeWriter code, string name, string baseClass, IReadOnlyList<PropertySchema> properties, Func<PropertySchema, string?> typeOf)
    {
        code.Open($"public sealed class {name} : global::Pulumi.{baseClass}");
        foreach (var property in properties)
        {
            var type = typeOf(property) ?? throw new InvalidDataException($"{name}.{property.CsharpName} has no C# type.");
            WriteMember(code, property, type);
        }

        WriteConstructor(code, name, properties);
        code.Separate();
        code.Write($"public static new {name} Empty => new {name}();");
        code.Close();
    }

    private void WriteMember(CodeWriter code, PropertySchema property, string type)
    {
        var attribute = $"[Input({string.Join(", ", AttributeArguments(property))})]";
        var field = "_" + property.Name;
        code.Separate();
        if (type.StartsWith("InputList<", StringComparison.Ordinal) || type.StartsWith("InputMap<", StringComparison.Ordinal))
        {
            code.Write(attribute);
            code.Write($"private {type}? {field};");
            code.Separate();
            facts.Write(code, property);
            code.Open($"public {type} {property.CsharpName}");
            code.Write($"get => {field} ?? ({field} = new {type}());");
            code.Write($"set => {field} = value;");
            code.Close();
        }
        else if (property.Secret)
        {
            code.Write(attribute);
            code.Write($"private {type} {field};");
            code.Separate();
            facts.Write(code, property);
            code.Open($"public {type} {property.CsharpName}");
            code.Write($"get => {field};");
            code.Open("set");
            code.Write("var emptySecret = Output.CreateSecret(0);");
            code.Write($"{field} = Output.Tuple<{type}, int>(value, emptySecret).Apply(t => t.Item1);");
            code.Close();
            code.Close();
        }
        else
        {
            facts.Write(code, property);
            code.Write(attribute);
            code.Write($"public {type} {property.CsharpName} {{ get; set; }}{(type.EndsWith('?') ? string.Empty : " = null!;")}");
        }
    }

    private static IEnumerable<string> AttributeArguments(PropertySchema property)
    {
        yield return Literal.Text(property.Name);
        if (property.Required)
        {
            yield return "required: true";
        }

        if (property.Json)
        {
            yield return "json: true";
        }
    }

    private void WriteConstructor(CodeWriter code, string name, IReadOnlyList<PropertySchema> properties)
    {
        code.Separate();
        code.Open($"public {name}()");
        foreach (var property in properties)
        {
            var environment = string.Join(" ?? ", property.Env.Select(variable => Environment(property, variable)));
            if (property.Default is { } value)
            {
                var literal = Literal.Default(property, value, package.Enums);
                code.Write($"{property.CsharpName} = {(environment.Length == 0 ? literal : $"{environment} ?? {literal}")};");
            }
            else if (environment.Length > 0)
            {
                code.Open($"if (({environment}) is {{ }} {property.Name})");
                code.Write($"{property.CsharpName} = {property.Name};");
                code.Close();
            }
        }

        code.Close();
    }

    private static string Environment(PropertySchema property, string variable) =>
        property.Type.Kind == "boolean"
            ? $"Utilities.GetEnvBoolean({Literal.Text(variable)})"
            : $"Utilities.GetEnv({Literal.Text(variable)})";
}
