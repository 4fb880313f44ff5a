using System.Text.Json;

namespace Provisioning.Architecture.Tests.Api;

/// <summary>What <c>sdks/schema.json</c> says that the packages <c>azure-native</c> and <c>azuread</c> have.</summary>
internal sealed class GeneratedApi
{
    private readonly Dictionary<string, HashSet<string>> members = new(StringComparer.Ordinal);

    /// <summary>Reads the schema.</summary>
    public GeneratedApi()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryFolder.Path, "sdks/schema.json")));
        var root = document.RootElement;
        foreach (var provider in Entries(root, "providers"))
        {
            Add(provider, "csharpClass", [".ctor"]);
            Add(provider, "csharpArgsClass", [".ctor", .. Accessors(provider, "inputs")]);
        }

        foreach (var resource in Entries(root, "resources"))
        {
            Add(resource, "csharpClass", [".ctor", "Get", .. Accessors(resource, "outputs")]);
            Add(resource, "csharpArgsClass", [".ctor", .. Accessors(resource, "inputs")]);
        }

        foreach (var function in Entries(root, "functions"))
        {
            Add(function, "csharpClass", ["Invoke", "InvokeAsync"]);
            Add(function, "csharpArgsClass", [".ctor", .. Accessors(function, "inputs")]);
            Add(function, "csharpInvokeArgsClass", [".ctor", .. Accessors(function, "inputs")]);
            Add(function, "csharpResultClass", Names(function, "outputs"));
        }

        foreach (var type in Entries(root, "types"))
        {
            Add(type, "csharpClass", type.GetProperty("direction").GetString() == "input" ? [".ctor", .. Accessors(type, "properties")] : Names(type, "properties"));
        }

        foreach (var @enum in Entries(root, "enums"))
            Add(@enum, "csharpType", @enum.GetProperty("members").EnumerateArray().Select(member => $"get_{Text(member, "csharpName")}"));
    }

    /// <summary>Whether a package has a type, or a member given as <c>type.member`0(…)</c>.</summary>
    public bool Has(string use)
    {
        var member = use.Split('`')[0];
        return members.ContainsKey(use)
            || members.Any(type => member.StartsWith(type.Key + ".", StringComparison.Ordinal) && type.Value.Contains(member[(type.Key.Length + 1)..]));
    }

    private static IEnumerable<JsonElement> Entries(JsonElement root, string section) => root.GetProperty(section).EnumerateObject().Select(entry => entry.Value);

    private static IEnumerable<string> Names(JsonElement owner, string list) => owner.GetProperty(list).EnumerateArray().Select(property => Text(property, "csharpName"));

    private static IEnumerable<string> Accessors(JsonElement owner, string list) => Names(owner, list).SelectMany(name => (string[])[$"get_{name}", $"set_{name}"]);

    private static string Text(JsonElement owner, string name) => owner.GetProperty(name).GetString() ?? "";

    private void Add(JsonElement owner, string className, IEnumerable<string> names)
    {
        if (owner.GetProperty(className).GetString() is { } name)
            members[$"{Text(owner, "csharpNamespace")}.{name}"] = [.. names];
    }
}
