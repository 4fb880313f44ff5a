using System.Reflection;
using Provisioning.Sdk.Generator.Schema;

namespace Provisioning.Sdk.Generator.Tests;

/// <summary>The schema, and the assemblies that the build made of it.</summary>
internal static class Sdk
{
    public static SchemaDocument Schema { get; } = Read();

    public static Assembly Assembly(string package) => package switch
    {
        "azure-native" => typeof(Pulumi.AzureNative.Provider).Assembly,
        "azuread" => typeof(Pulumi.AzureAD.Provider).Assembly,
        _ => throw new ArgumentOutOfRangeException(nameof(package), package, "No assembly is built for this package."),
    };

    public static Type? Find(string package, string @namespace, string? name) => Assembly(package).GetType($"{@namespace}.{name}");

    private static SchemaDocument Read()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "schema.json"));
        return SchemaDocument.Parse(file);
    }
}
