using System.Collections.Concurrent;
using System.Text.Json;
using Provisioning.Conformance.Tests.Harness;

namespace Provisioning.Conformance.Tests.Api;

/// <summary>The declarations of the official packages <c>@pulumi/azure-native</c> and <c>@pulumi/azuread</c>. Files are read once.</summary>
public sealed class OfficialPackages
{
    private readonly ConcurrentDictionary<string, Lazy<DeclarationFile?>> files = new(StringComparer.Ordinal);

    /// <summary>The version of an installed package.</summary>
    public static string? Version(string package)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder(package), "package.json")));
        return json.RootElement.GetProperty("version").GetString();
    }

    /// <summary>The file that declares a resource or function of a token such as <c>azure-native:storage:Blob</c> or <c>azuread:index/application:Application</c>.</summary>
    internal DeclarationFile? OfToken(string token)
    {
        var parts = token.Split(':');
        var module = parts[1].Split('/')[0];
        var name = char.ToLowerInvariant(parts[2][0]) + parts[2][1..];
        return OfFile(parts[0], module == "index" ? name : $"{module}/{name}");
    }

    /// <summary>The file that declares a nested type or enumeration of a key such as <c>azure-native:inputs:storage:SkuArgs</c>, and its name there.</summary>
    internal (DeclarationFile? File, string Name) OfKey(string key)
    {
        var parts = key.Split(':');
        return parts[1] switch
        {
            "inputs" => (OfFile(parts[0], "types/input"), TypeScriptType.Name(key)["inputs.".Length..]),
            "outputs" => (OfFile(parts[0], "types/output"), TypeScriptType.Name(key)["outputs.".Length..]),
            "enums" => (OfFile(parts[0], $"types/enums/{parts[2]}/index"), parts[3]),
            _ => throw new ArgumentException($"The key '{key}' is neither of a type nor of an enumeration.", nameof(key)),
        };
    }

    /// <summary>A file of declarations; null when the package has none of the name.</summary>
    internal DeclarationFile? OfFile(string package, string name) => files.GetOrAdd(
        $"{package}/{name}",
        _ => new Lazy<DeclarationFile?>(() =>
        {
            var path = Path.Combine(Folder(package), $"{name}.d.ts");
            return File.Exists(path) ? DeclarationFile.Load(path) : null;
        })).Value;

    private static string Folder(string package) => Path.Combine(NodeWorkspace.Directory, "node_modules", "@pulumi", package);
}
