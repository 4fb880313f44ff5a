using Provisioning.Sdk.Generator.Schema;

namespace Provisioning.Sdk.Generator.Emission;

/// <summary>Writes the classes of resources and of the package's provider.</summary>
internal sealed class ResourceEmitter(PackageSchema package)
{
    private readonly PropertyFacts facts = new(package);

    /// <summary>Writes the class of a resource: its outputs, constructors and <c>Get</c>.</summary>
    public void Write(CodeWriter code, ResourceSchema resource)
    {
        var name = resource.CsharpClass;
        var token = Literal.Text(resource.Token);
        code.Write(resource.ApiVersion is { } version
            ? $"/// <summary>The resource <c>{resource.Token}</c>, by default of Azure's API version {version}.</summary>"
            : $"/// <summary>The resource <c>{resource.Token}</c>.</summary>");
        code.Write($"[{package.RootNamespace}.{package.ResourceTypeAttribute}({token})]");
        code.Open($"public partial class {name} : global::Pulumi.CustomResource");
        WriteOutputs(code, resource.Outputs);

        var args = resource.ArgsOptional ? $"{resource.CsharpArgsClass}? args = null" : $"{resource.CsharpArgsClass} args";
        code.Separate();
        code.Write($"public {name}(string name, {args}, CustomResourceOptions? options = null)");
        code.Write($"    : base({token}, name, args ?? new {resource.CsharpArgsClass}(), MakeResourceOptions(options, \"\"))");
        code.Write("{");
        code.Write("}");

        var (stateParameter, state) = resource.CsharpStateClass is { } stateClass ? ($"{stateClass}? state = null, ", "state") : ("", "null");
        code.Separate();
        code.Write($"private {name}(string name, Input<string> id, {stateParameter}CustomResourceOptions? options = null)");
        code.Write($"    : base({token}, name, {state}, MakeResourceOptions(options, id))");
        code.Write("{");
        code.Write("}");

        WriteOptions(code);
        code.Separate();
        code.Write("/// <summary>Reads an existing resource; it stays unmanaged.</summary>");
        code.Write($"public static {name} Get(string name, Input<string> id, {stateParameter}CustomResourceOptions? options = null)");
        code.Write($"    => new {name}(name, id, {(state == "null" ? "" : "state, ")}options);");
        code.Close();
    }

    /// <summary>Writes the class of the package's provider resource.</summary>
    public void WriteProvider(CodeWriter code)
    {
        var provider = package.Provider;
        code.Write($"/// <summary>An explicitly configured provider of the package <c>{package.Name}</c>.</summary>");
        code.Write($"[{package.ResourceTypeAttribute}({Literal.Text(provider.Token)})]");
        code.Open($"public partial class {provider.CsharpClass} : global::Pulumi.ProviderResource");
        WriteOutputs(code, provider.Outputs);
        code.Separate();
        code.Write($"public {provider.CsharpClass}(string name, {provider.CsharpArgsClass}? args = null, CustomResourceOptions? options = null)");
        code.Write($"    : base({Literal.Text(package.Name)}, name, args ?? new {provider.CsharpArgsClass}(), MakeResourceOptions(options, \"\"))");
        code.Write("{");
        code.Write("}");
        WriteOptions(code);
        code.Close();
    }

    private void WriteOutputs(CodeWriter code, IReadOnlyList<PropertySchema> outputs)
    {
        foreach (var output in outputs)
        {
            code.Separate();
            facts.Write(code, output);
            code.Write($"[Output({Literal.Text(output.Name)})]");
            code.Write($"public {output.Csharp} {output.CsharpName} {{ get; private set; }} = null!;");
        }
    }

    private static void WriteOptions(CodeWriter code)
    {
        code.Separate();
        code.Write(
            """
            private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
            {
                var defaultOptions = new CustomResourceOptions
                {
                    Version = Utilities.Version,
                };
                var merged = CustomResourceOptions.Merge(defaultOptions, options);
                merged.Id = id ?? merged.Id;
                return merged;
            }
            """);
    }
}
