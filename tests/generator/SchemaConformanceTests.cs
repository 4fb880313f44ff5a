using System.Reflection;
using Pulumi;
using Provisioning.Sdk.Generator.Schema;

namespace Provisioning.Sdk.Generator.Tests;

/// <summary>The built packages hold every class, member, type and wire name of the schema.</summary>
public sealed class SchemaConformanceTests
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly SchemaDocument Schema = Sdk.Schema;

    public static TheoryData<string> Resources => [.. Schema.Resources.Keys];

    public static TheoryData<string> Functions => [.. Schema.Functions.Keys];

    public static TheoryData<string> Packages => [.. Schema.Source.Keys];

    [Theory]
    [MemberData(nameof(Resources))]
    public void Resource_HasItsOutputs(string token)
    {
        var resource = Schema.Resources[token];
        var type = Find(resource.Package, resource.CsharpNamespace, resource.CsharpClass);

        Assert.Equal(typeof(CustomResource), type.BaseType);
        Assert.Equal(Expected(resource.Outputs, output => output.Csharp), Outputs(type));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void Resource_HasItsArguments(string token)
    {
        var resource = Schema.Resources[token];
        var type = Find(resource.Package, resource.CsharpNamespace, resource.CsharpArgsClass);

        Assert.Equal(ExpectedInputs(resource.Inputs, input => input.Csharp), Inputs(type));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void Resource_HasItsState(string token)
    {
        var resource = Schema.Resources[token];
        var get = Find(resource.Package, resource.CsharpNamespace, resource.CsharpClass).GetMethod("Get");

        Assert.NotNull(get);
        Assert.Equal(resource.CsharpStateClass is null ? 3 : 4, get.GetParameters().Length);
        if (resource.CsharpStateClass is { } state)
        {
            var type = Find(resource.Package, resource.CsharpNamespace, state);
            Assert.Equal(ExpectedInputs(resource.State, input => input.Csharp), Inputs(type));
        }
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void Resource_IsMarkedWithItsToken(string token)
    {
        var resource = Schema.Resources[token];
        var type = Find(resource.Package, resource.CsharpNamespace, resource.CsharpClass);
        var mark = Assert.Single(type.CustomAttributes, attribute => typeof(ResourceTypeAttribute).IsAssignableFrom(attribute.AttributeType));

        Assert.Equal([token], mark.ConstructorArguments.Select(argument => argument.Value));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void Resource_TakesArgumentsAsThePackageSays(string token)
    {
        var resource = Schema.Resources[token];
        var constructor = Assert.Single(Find(resource.Package, resource.CsharpNamespace, resource.CsharpClass).GetConstructors());

        Assert.Equal(
            [("name", false), ("args", resource.ArgsOptional), ("options", true)],
            constructor.GetParameters().Select(parameter => (parameter.Name, parameter.IsOptional)));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Function_HasItsResult(string token)
    {
        var function = Schema.Functions[token];
        var result = Find(function.Package, function.CsharpNamespace, function.CsharpResultClass);

        Assert.NotNull(result.GetCustomAttribute<OutputTypeAttribute>());
        Assert.Equal(Expected(function.Outputs, output => output.Csharp), Fields(result));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Function_HasItsArguments(string token)
    {
        var function = Schema.Functions[token];
        if (function.CsharpArgsClass is null || function.CsharpInvokeArgsClass is null)
        {
            Assert.Empty(function.Inputs);
            return;
        }

        var plain = Find(function.Package, function.CsharpNamespace, function.CsharpArgsClass);
        var wrapped = Find(function.Package, function.CsharpNamespace, function.CsharpInvokeArgsClass);
        Assert.Equal(ExpectedInputs(function.Inputs, input => input.CsharpArgs), Inputs(plain));
        Assert.Equal(ExpectedInputs(function.Inputs, input => input.CsharpInvokeArgs), Inputs(wrapped));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Function_IsInvokedAsTaskAndAsOutput(string token)
    {
        var function = Schema.Functions[token];
        var methods = Find(function.Package, function.CsharpNamespace, function.CsharpClass)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(method => (method.Name, method.GetParameters()[^1].ParameterType.Name))
            .Order();

        Assert.Equal(
            [("Invoke", "InvokeOptions"), ("Invoke", "InvokeOutputOptions"), ("InvokeAsync", "InvokeOptions")],
            methods);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void NestedTypes_HaveTheirMembers(string package)
    {
        foreach (var nested in Schema.Types.Values.Where(nested => nested.Package == package))
        {
            var type = Find(package, nested.CsharpNamespace, nested.CsharpClass);
            if (!nested.IsInput)
            {
                Assert.Equal(Expected(nested.Properties, property => property.Csharp), Fields(type));
                continue;
            }

            Assert.Equal(ExpectedInputs(nested.Properties, property => property.Csharp), Inputs(type));
            if (nested.CsharpGetArgsClass is { } variant)
            {
                var expected = ExpectedInputs(nested.Properties, property => property.CsharpGet ?? property.Csharp);
                Assert.Equal(expected, Inputs(Find(package, nested.CsharpNamespace, variant)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Enums_HaveTheirMembers(string package)
    {
        foreach (var expected in Schema.Enums.Values.Where(@enum => @enum.Package == package))
        {
            var type = Find(package, expected.CsharpNamespace, expected.CsharpType);
            var members = type.GetProperties(BindingFlags.Public | BindingFlags.Static)
                .Select(member => new EnumMember(member.Name, member.GetValue(null)?.ToString() ?? ""));

            Assert.NotNull(type.GetCustomAttribute<EnumTypeAttribute>());
            Assert.Equal(expected.Members.OrderBy(member => member.CsharpName, StringComparer.Ordinal), members.OrderBy(member => member.CsharpName, StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Provider_HasItsConfiguration(string package)
    {
        var provider = Schema.Providers[package];
        var type = Find(package, provider.CsharpNamespace, provider.CsharpClass);

        Assert.Equal(typeof(ProviderResource), type.BaseType);
        Assert.Equal(ExpectedInputs(provider.Inputs, input => input.Csharp), Inputs(Find(package, provider.CsharpNamespace, provider.CsharpArgsClass)));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Assembly_HasTheVersionOfThePackage(string package)
    {
        Assert.Equal(Schema.Source[package].Version, Sdk.Assembly(package).GetName().Version?.ToString(3));
    }

    [Fact]
    public void Arguments_StartWithTheDefaultsOfThePackage()
    {
        var arguments = new Pulumi.AzureNative.Storage.BlobArgs();

        Assert.NotNull(arguments.Type);
        Assert.Null(arguments.AccessTier);
    }

    private static Type Find(string package, string @namespace, string name)
    {
        var type = Sdk.Find(package, @namespace, name);
        Assert.True(type is not null, $"{@namespace}.{name} is missing.");
        return type;
    }

    private static IEnumerable<string> Expected(IEnumerable<PropertySchema> properties, Func<PropertySchema, string?> typeOf) =>
        properties.Select(property => $"{property.Name}: {typeOf(property)} {property.CsharpName}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> ExpectedInputs(IEnumerable<PropertySchema> properties, Func<PropertySchema, string?> typeOf) =>
        properties
            .Select(property => $"{property.Name}{(property.Required ? "!" : "")}{(property.Json ? " json" : "")}: {typeOf(property)} {property.CsharpName}")
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Outputs(Type resource) =>
        resource.GetProperties(Members)
            .Select(property => (Property: property, Mark: Attribute(property, typeof(OutputAttribute))))
            .Where(pair => pair.Mark is not null)
            .Select(pair => $"{pair.Mark?[0]}: {CsharpName.Of(pair.Property)} {pair.Property.Name}")
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Fields(Type type)
    {
        var constructor = Assert.Single(type.GetConstructors(Members), constructor => constructor.GetCustomAttribute<OutputConstructorAttribute>() is not null);
        var wireNames = constructor.GetParameters().ToDictionary(parameter => parameter.Name ?? "", StringComparer.OrdinalIgnoreCase);
        return type.GetFields(BindingFlags.Instance | BindingFlags.Public)
            .Select(field => $"{wireNames[field.Name].Name}: {CsharpName.Of(field)} {field.Name}")
            .Order(StringComparer.Ordinal);
    }

    // A lazily created list or a secret carries its attribute on the backing field, named "_" and the wire name.
    private static IEnumerable<string> Inputs(Type arguments)
    {
        var marked = arguments.GetMembers(Members)
            .Select(member => Attribute(member, typeof(InputAttribute)))
            .OfType<object?[]>()
            .ToDictionary(values => (string?)values[0] ?? "", StringComparer.OrdinalIgnoreCase);
        return arguments.GetProperties(Members)
            .Where(property => marked.ContainsKey(property.Name))
            .Select(property => (Property: property, Mark: marked[property.Name]))
            .Select(pair =>
                $"{pair.Mark[0]}{(pair.Mark[1] is true ? "!" : "")}{(pair.Mark[2] is true ? " json" : "")}: {CsharpName.Of(pair.Property)} {pair.Property.Name}")
            .Order(StringComparer.Ordinal);
    }

    private static object?[]? Attribute(MemberInfo member, Type attribute) =>
        member.CustomAttributes
            .Where(data => data.AttributeType == attribute)
            .Select(data => data.ConstructorArguments.Select(argument => argument.Value).ToArray())
            .SingleOrDefault();
}
