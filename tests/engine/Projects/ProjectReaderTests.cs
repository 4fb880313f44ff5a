using Provisioning.Engine.Projects;

namespace Provisioning.Engine.Tests.Projects;

public sealed class ProjectReaderTests
{
    [Fact]
    public void AFullFile_IsRead()
    {
        var project = Parse("""
            name: shop
            description: Sells things
            main: infra
            runtime:
              name: dotnet
              options:
                binary: bin/infra.dll
            backend:
              url: file://~
            options:
              refresh: always
            packages:
              deeplake: sdks/deeplake@0.2.0
              custom:
                source: terraform-provider
                version: 1.0.2
                parameters: [hashicorp/random]
            plugins:
              providers:
                - name: deeplake
                  path: bin
            unknown: ignored
            """);

        Assert.Equal(("shop", "Sells things", "infra", "dotnet"), (project.Name, project.Description, project.Main, project.Runtime.Name));
        Assert.Equal("bin/infra.dll", project.Runtime.Options["binary"]);
        Assert.Equal("file://~", project.BackendUrl);
        Assert.True(project.AlwaysRefresh);
        Assert.Equal("0.2.0", project.Packages["deeplake"].Version);
        Assert.Equal("hashicorp/random", Assert.Single(project.Packages["custom"].Parameters));
        Assert.Equal(new PluginDeclaration("deeplake", "bin", ""), Assert.Single(project.ProviderPlugins));
    }

    [Fact]
    public void ARuntime_MayBeAName() => Assert.Equal("nodejs", Parse("name: a\nruntime: nodejs\n").Runtime.Name);

    [Fact]
    public void StackSettings_LieBesideTheFileWithItsExtension() =>
        Assert.Equal("/p/Pulumi.team-dev.yaml", Parse("name: a").StackSettingsPath("team/dev"));

    [Fact]
    public void StackSettings_FollowTheirFolder() =>
        Assert.Equal("/p/stacks/Pulumi.dev.yaml", Parse("name: a\nstackConfigDir: stacks").StackSettingsPath("dev"));

    [Fact]
    public void ATextUnderConfig_IsTheOldNameOfTheFolder() =>
        Assert.Equal("/p/stacks/Pulumi.dev.yaml", Parse("name: a\nconfig: stacks").StackSettingsPath("dev"));

    [Theory]
    [InlineData("description: x", "no name")]
    [InlineData("name: a\nruntime: [x]", "Pulumi.yaml:2:10")]
    [InlineData("name: a\nconfig: s\nstackConfigDir: s", "stackConfigDir")]
    [InlineData("name: a\nconfig:\n  b: {type: text}", "type must be")]
    [InlineData("name: a\nconfig:\n  b: {type: array}", "items")]
    [InlineData("name: a\nconfig:\n  b: {default: 1, value: 2}", "keep one")]
    [InlineData("name: a\nconfig:\n  azure-native:location: {default: x}", "'value'")]
    [InlineData("- a", "one YAML map")]
    public void AWrongFile_IsRefusedWithAReason(string text, string reason)
    {
        var failure = Assert.Throws<ProjectException>(() => Parse(text));

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheFile_IsFoundAboveTheFolder()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Pulumi.yaml", "name: shop");
        Directory.CreateDirectory(folder.At("infra/deep"));

        var project = await ProjectReader.FindAsync(folder.At("infra/deep"), CancellationToken.None);

        Assert.Equal(folder.Path, project.RootDirectory);
    }

    [Fact]
    public void NoFile_IsSaidWithWhereItWasLookedFor()
    {
        using var folder = new TemporaryFolder();

        var failure = Assert.Throws<ProjectException>(() => { _ = ProjectReader.FindAsync(folder.Path, CancellationToken.None); });

        Assert.Contains(folder.Path, failure.Message, StringComparison.Ordinal);
    }

    private static Project Parse(string text) => ProjectReader.Parse("/p/Pulumi.yaml", text);
}
