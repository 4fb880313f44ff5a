using Provisioning.Conformance.Tests.Harness;
using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.Conformance.Tests.CommandLine;

/// <summary>What the owner of a Node.js project sees: our command line instead of Pulumi's, and nothing else changes.</summary>
public sealed class NodejsProjectTests
{
    [NodeFact]
    public async Task Project_IsDeployed_IsUnchanged_AndIsDestroyed()
    {
        await using var project = ProjectOf("azure-native");

        var up = (await project.RunAsync("up", "--yes", "-s", "dev")).Succeeded();
        var again = await project.RunAsync("preview", "--expect-no-changes", "-s", "dev");
        var answer = await OutputAsync(project, "answer");
        var destroy = (await project.RunAsync("destroy", "--yes", "--skip-preview", "-s", "dev")).Succeeded();

        Assert.Contains("    + 4 created", up.Out, StringComparison.Ordinal);
        again.Succeeded();
        Assert.Equal("42", answer);
        Assert.Contains("    - 4 deleted", destroy.Out, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task Identity_IsUpdatedInPlace_AndFunctionsReadIt()
    {
        await using var project = ProjectOf("azure-identity");
        (await project.RunAsync("config", "set", "stage", "test", "-s", "dev")).Succeeded();
        (await project.RunAsync("up", "--yes", "--skip-preview", "-s", "dev")).Succeeded();
        (await project.RunAsync("config", "set", "stage", "production", "-s", "dev")).Succeeded();

        var up = (await project.RunAsync("up", "--yes", "--skip-preview", "-s", "dev")).Succeeded();

        Assert.Contains("    ~ 1 updated", up.Out, StringComparison.Ordinal);
        Assert.Contains("    6 unchanged", up.Out, StringComparison.Ordinal);
        Assert.Equal("production", await OutputAsync(project, "stage"));
        Assert.Equal(await OutputAsync(project, "clientId"), await OutputAsync(project, "found"));
        Assert.True(Guid.TryParse(await OutputAsync(project, "application"), out _));
        Assert.Contains("    - 7 deleted", (await project.RunAsync("destroy", "--yes", "--skip-preview", "-s", "dev")).Succeeded().Out, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task ProjectWithoutItsPackages_IsToldToInstallThem()
    {
        await using var project = TestProject.Empty();
        project.Write("Pulumi.yaml", "name: shop\nruntime: nodejs\n");
        project.Write("Pulumi.dev.yaml", "config: {}\n");

        var up = await project.RunAsync("up", "--yes", "-s", "dev");

        Assert.Equal(Cli.ExitCode.Error, up.Exit);
        Assert.Contains("ACC4005", up.All, StringComparison.Ordinal);
        Assert.Contains("npm install", up.All, StringComparison.Ordinal);
    }

    private static async Task<string> OutputAsync(TestProject project, string name) =>
        (await project.RunAsync("stack", "output", name, "-s", "dev")).Succeeded().Out.Trim();

    private static TestProject ProjectOf(string program)
    {
        var project = TestProject.Empty();
        project.Write("Pulumi.yaml", "name: shop\nruntime: nodejs\n");
        project.Write("Pulumi.dev.yaml", "config:\n  provisioning:sandbox: \"true\"\n  azure-native:location: westeurope\n");
        project.Write("package.json", "{ \"name\": \"shop\", \"main\": \"index.js\" }\n");
        File.Copy(Path.Combine(NodeWorkspace.Directory, "programs", program, "index.js"), project.PathOf("index.js"));
        Directory.CreateSymbolicLink(project.PathOf("node_modules"), Path.Combine(NodeWorkspace.Directory, "node_modules"));
        return project;
    }
}
