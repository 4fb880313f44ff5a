using System.Text.Json;
using Provisioning.Conformance.Tests.Harness;

namespace Provisioning.Conformance.Tests.Api;

/// <summary>
/// <c>sdks/schema.json</c> describes the official packages as they describe themselves: the names, the types and what
/// must be given. Where it leaves something out it says so.
/// </summary>
/// <param name="packages">The official packages.</param>
public sealed class SchemaTests(OfficialPackages packages) : IClassFixture<OfficialPackages>
{
    /// <summary>Types whose members C# calls optional and TypeScript calls always there; the schema follows C#.</summary>
    private static readonly string[] OptionalInCSharp =
    [
        "azuread:outputs:index:ApplicationPassword",
        "azuread:outputs:index:ServicePrincipalAppRole",
        "azuread:outputs:index:ServicePrincipalOauth2PermissionScope",
    ];

    public static TheoryData<string> Packages => [.. SchemaFile.Keys("source")];

    public static TheoryData<string> Resources => [.. SchemaFile.Keys("resources")];

    public static TheoryData<string> Functions => [.. SchemaFile.Keys("functions")];

    public static TheoryData<string> TypeModules => [.. SchemaFile.Keys("types").Select(ModuleOf).Distinct()];

    public static TheoryData<string> EnumModules => [.. SchemaFile.Keys("enums").Select(ModuleOf).Distinct()];

    [NodeTheory]
    [MemberData(nameof(Packages))]
    public void The_version_is_the_one_of_the_package(string package) =>
        Assert.Equal(OfficialPackages.Version(package), SchemaFile.Root.GetProperty("source").GetProperty(package).GetProperty("version").GetString());

    [NodeTheory]
    [MemberData(nameof(Packages))]
    public void The_provider_takes_what_the_official_one_takes(string package)
    {
        var provider = SchemaFile.Root.GetProperty("providers").GetProperty(package);
        AssertNone(Differences(SchemaFile.Members(provider, "inputs"), packages.OfFile(package, "provider")?.Find("ProviderArgs")));
    }

    [NodeTheory]
    [MemberData(nameof(Resources))]
    public void A_resource_has_the_inputs_and_outputs_of_the_official_one(string token)
    {
        var resource = SchemaFile.Root.GetProperty("resources").GetProperty(token);
        var name = token.Split(':')[2];
        var file = packages.OfToken(token);

        AssertNone(Differences(SchemaFile.Members(resource, "inputs"), file?.Find($"{name}Args")));
        AssertNone(Differences([.. SchemaFile.Members(resource, "outputs").Where(output => output.Name != "id")], file?.Find(name)));
        if (resource.TryGetProperty("state", out _))
            AssertNone(Differences(SchemaFile.Members(resource, "state"), file?.Find($"{name}State")));
        if (resource.TryGetProperty("apiVersion", out var version) && version.ValueKind == JsonValueKind.String)
            Assert.Contains($"Uses Azure REST API version {version}.", file?.Documentation);
    }

    [NodeTheory]
    [MemberData(nameof(Functions))]
    public void A_function_has_the_arguments_and_the_result_of_the_official_one(string token)
    {
        var function = SchemaFile.Root.GetProperty("functions").GetProperty(token);
        var name = token.Split(':')[2];
        var type = char.ToUpperInvariant(name[0]) + name[1..];
        var file = packages.OfToken(token);
        var inputs = SchemaFile.Members(function, "inputs");
        var outputs = SchemaFile.Members(function, "outputs");

        Assert.Contains(
            file?.Functions ?? new HashSet<string>(),
            declared => declared.StartsWith(inputs.Count == 0 ? $"{name}(" : $"{name}(args", StringComparison.Ordinal));
        if (inputs.Count > 0)
            AssertNone(Differences(inputs, file?.Find($"{type}Args")));
        var official = file?.Find($"{type}Result");
        if (function.TryGetProperty("outputsFiltered", out _))
            official = official?.IntersectBy(outputs.Select(output => output.Name), member => member.Name).ToList();
        AssertNone(Differences(outputs, official));
    }

    [NodeTheory]
    [MemberData(nameof(TypeModules))]
    public void A_nested_type_has_the_members_of_the_official_one(string module) => AssertNone(
        KeysOf("types", module).SelectMany(key =>
        {
            var (file, name) = packages.OfKey(key);
            var ours = SchemaFile.Members(SchemaFile.Root.GetProperty("types").GetProperty(key), "properties");
            if (OptionalInCSharp.Contains(key))
                ours = [.. ours.Select(member => member with { IsOptional = false })];
            return Differences(ours, file?.Find(name))
                .Select(difference => $"{key}: {difference}");
        }));

    [NodeTheory]
    [MemberData(nameof(EnumModules))]
    public void An_enumeration_has_the_values_of_the_official_one(string module) => AssertNone(
        KeysOf("enums", module).SelectMany(key =>
        {
            var (file, name) = packages.OfKey(key);
            var ours = SchemaFile.Root.GetProperty("enums").GetProperty(key).GetProperty("members").EnumerateArray()
                .Select(member => $"\"{member.GetProperty("value").GetString()}\"");
            var official = file?.Find(name)?.Select(member => member.Type) ?? [];
            return ours.Except(official).Select(value => $"{key}: {value} is not official")
                .Concat(official.Except(ours).Select(value => $"{key}: {value} is missing"));
        }));

    private static void AssertNone(IEnumerable<string> differences)
    {
        var all = string.Join('\n', differences);
        Assert.True(all.Length == 0, all);
    }

    private static string ModuleOf(string key) => $"{key.Split(':')[0]}:{key.Split(':')[2]}";

    private static IEnumerable<string> KeysOf(string section, string module) => SchemaFile.Keys(section).Where(key => ModuleOf(key) == module);

    private static IEnumerable<string> Differences(IReadOnlyList<DeclaredMember> ours, IReadOnlyList<DeclaredMember>? official) =>
        official is null
            ? ["the official package has no such thing"]
            : ours.Except(official).Select(member => $"ours: {member}").Concat(official.Except(ours).Select(member => $"official: {member}"));
}
