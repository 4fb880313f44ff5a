namespace Provisioning.Architecture.Tests.Api;

/// <summary>
/// The program compiles against the official package <c>Pulumi</c> without a change: <c>PulumiApi.txt</c> lists what it
/// may use of it, signature by signature as the official SDK has them.
/// </summary>
public sealed class PulumiApiTests
{
    private static readonly string[] Listing = [.. File.ReadLines(Path.Combine(RepositoryFolder.Path, "tests/architecture/Api/PulumiApi.txt"))
        .Where(line => line.Length > 0 && !line.StartsWith('#'))];

    [Theory]
    [InlineData("Provisioning.Infra")]
    [InlineData("Pulumi.DeepLake")]
    public void A_program_uses_nothing_that_the_official_package_lacks(string user)
    {
        var ours = PublicApi.Read(CompiledAssembly.PathOf("Pulumi"));

        var unlisted = string.Join('\n', AssemblyUse.Of(CompiledAssembly.PathOf(user), "Pulumi")
            .Select(use => ours.GetValueOrDefault(use, use))
            .Except(Listing));

        Assert.True(unlisted.Length == 0, $"Confirm that the official package has these, and list them in PulumiApi.txt:\n{unlisted}");
    }

    [Fact]
    public void The_program_refers_to_no_assembly_that_the_official_packages_do_not_bring() => Assert.Equal(
        ["Pulumi", "Pulumi.AzureAD", "Pulumi.AzureNative", "Pulumi.DeepLake", "YamlDotNet"],
        AssemblyUse.Assemblies(CompiledAssembly.PathOf("Provisioning.Infra")).Where(name => !name.StartsWith("System.", StringComparison.Ordinal)));

    [Fact]
    public void What_is_listed_is_in_our_SDK_with_the_same_names_and_defaults()
    {
        var ours = PublicApi.Read(CompiledAssembly.PathOf("Pulumi"));

        Assert.Empty(Listing.Except(ours.Values));
    }

    [Fact]
    public void The_listing_is_sorted_and_says_everything_once() =>
        Assert.Equal(Listing.Distinct().Order(StringComparer.Ordinal), Listing);

    [Fact]
    public void The_uses_behind_initializers_attributes_and_base_classes_are_seen()
    {
        var uses = AssemblyUse.Of(CompiledAssembly.PathOf("Pulumi.DeepLake"), "Pulumi");

        Assert.Contains("Pulumi.ResourceOptions.set_Version`0(string) : void", uses);
        Assert.Contains("Pulumi.InputAttribute..ctor`0(string, bool, bool) : void", uses);
        Assert.Contains("Pulumi.CustomResource", uses);
    }
}
