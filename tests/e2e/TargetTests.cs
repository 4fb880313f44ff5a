using Provisioning.Cli;
using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

/// <summary>What is worked on, and what is left alone.</summary>
public sealed class TargetTests
{
    private const string RoleAssignment = "azure-native:authorization:RoleAssignment";
    private const string Identity = "azure-native:managedidentity:UserAssignedIdentity";

    [Fact]
    public async Task Stacks_are_changed_and_taken_down_in_parts()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        var assignment = project.ReadState().UrnsOf(RoleAssignment)[0];
        var traffic = project.Traffic();

        (await project.RunAsync("up", "--yes", "--skip-preview", "--target-replace", assignment)).Succeeded();
        Assert.Contains("/roleAssignments/", Assert.Single(traffic.Writes), StringComparison.Ordinal);

        var scorer = Assert.Single(project.ReadState().UrnsOf(Identity), urn => urn.EndsWith("::scorer", StringComparison.Ordinal));
        var refused = await project.RunAsync("destroy", "--yes", "--skip-preview", "--target", scorer);
        Assert.Equal(ExitCode.Error, refused.Exit);
        Assert.Contains("depends on it and is not a target", refused.All, StringComparison.Ordinal);

        (await project.RunAsync("destroy", "--yes", "--skip-preview", "--target", scorer, "--target-dependents")).Succeeded();
        Assert.DoesNotContain(scorer, project.ReadState().Urns);
        Assert.NotEmpty(project.ReadState().UrnsOf(Identity));

        var vault = Assert.Single(project.ReadState().UrnsOf("azure-native:keyvault:Vault"));
        (await project.RunAsync("destroy", "--yes", "--skip-preview", "--exclude", vault)).Succeeded();
        Assert.Contains(vault, project.ReadState().Urns);
        Assert.Empty(project.ReadState().UrnsOf(Identity));
        Assert.NotEmpty(project.ReadState().UrnsOf("azure-native:resources:ResourceGroup"));

        (await project.RunAsync("destroy", "--yes", "--skip-preview", "--remove")).Succeeded();
        Assert.False(File.Exists(project.StateFile));
    }

    [Theory]
    [InlineData("up", "--target", "urn:a", "--exclude", "urn:b")]
    [InlineData("destroy", "--target", "urn:a", "--exclude-protected")]
    [InlineData("destroy", "--ignore-protect", "--exclude-protected")]
    public async Task Choices_that_exclude_each_other_are_refused(params string[] arguments)
    {
        await using var project = TestProject.WithoutSandbox();

        Assert.Equal(ExitCode.Usage, (await project.RunAsync(arguments)).Exit);
    }
}
