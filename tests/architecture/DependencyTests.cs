using System.Xml.Linq;

namespace Provisioning.Architecture.Tests;

/// <summary>Dependencies run one way; the command line is the only place that knows all of them.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["protocol"] = [],
        ["sdks/generator"] = [],
        ["sdks/pulumi"] = ["protocol"],
        ["sdks/azure-native"] = ["sdks/pulumi", "sdks/generator"],
        ["sdks/azuread"] = ["sdks/pulumi", "sdks/generator"],
        ["sdks/deeplake"] = ["sdks/pulumi"],
        ["infra"] = ["sdks/pulumi", "sdks/azure-native", "sdks/azuread", "sdks/deeplake"],
        ["engine"] = ["protocol"],
        ["backends/azure"] = ["engine"],
        ["providers/azure"] = ["protocol"],
        ["providers/deeplake"] = ["protocol"],
        ["sandbox"] = [],
        ["verification"] = ["infra"],
        ["cli"] = ["backends/azure", "engine", "infra", "providers/azure", "providers/deeplake", "sandbox", "verification"],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_RefersOnlyToWhatItMay(string folder)
    {
        var references = References(Assert.Single(Directory.GetFiles(Path.Combine(RepositoryFolder.Path, folder), "*.csproj")));

        Assert.Empty(references.Except(Allowed[folder], StringComparer.Ordinal));
    }

    [Fact]
    public void EveryProductProject_HasItsRule()
    {
        var projects = RepositoryFolder.Files("*.csproj")
            .Where(file => !file.StartsWith("tests/", StringComparison.Ordinal) && !file.StartsWith("bench/", StringComparison.Ordinal))
            .Select(file => Path.GetDirectoryName(file)?.Replace('\\', '/'));

        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("infra", "Provisioning.Protocol")]
    [InlineData("infra", "Provisioning.Engine")]
    [InlineData("infra", "Pulumi.Hosting")]
    [InlineData("infra", "Pulumirpc")]
    [InlineData("sandbox", "Provisioning.Providers")]
    [InlineData("sandbox", "Provisioning.Protocol")]
    [InlineData("engine", "Provisioning.Sandbox")]
    public void Sources_DoNotUseAForbiddenNamespace(string folder, string @namespace)
    {
        var offenders = RepositoryFolder.Files("*.cs")
            .Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal))
            .Where(file => File.ReadLines(Path.Combine(RepositoryFolder.Path, file))
                .Any(line => line.StartsWith($"using {@namespace}", StringComparison.Ordinal)));

        Assert.Empty(offenders);
    }

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Path.Combine(Path.GetDirectoryName(project) ?? "", reference.Attribute("Include")?.Value ?? ""))
            .Select(file => Path.GetRelativePath(RepositoryFolder.Path, Path.GetDirectoryName(Path.GetFullPath(file)) ?? "").Replace('\\', '/'));
}
