using Pulumi;
using Pulumi.Testing;

namespace Provisioning.Infra.Tests.Components;

public sealed class StackDocumentSourceTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("stacks-");

    [Fact]
    public async Task Document_IsNamedAfterTheStackByDefault()
    {
        Write("stacks/test.yaml", "location: westeurope\nresourceGroup: rg\n");

        var resources = await RunAsync("test");

        Assert.Contains(resources, resource => resource.GetResourceName() == "rg");
    }

    [Fact]
    public async Task BrokenDocument_IsReportedWithFileLineAndCode_WithoutStackTrace()
    {
        Write("stacks/broken.yaml", "location: westeurope\nresourceGroup: rg\nregistrys: {}\n");

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => RunAsync("broken"));

        Assert.Contains("stacks/broken.yaml:3:1: error ACC1", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at Provisioning.Infra", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingDocument_IsReportedByName()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => RunAsync("nowhere"));

        Assert.Contains("stacks/nowhere.yaml", failure.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => root.Delete(recursive: true);

    private Task<System.Collections.Immutable.ImmutableArray<Resource>> RunAsync(string stack) =>
        Deployment.TestWithServiceProviderAsync<ProvisioningStack>(
            new Plans.AzureMocks().Mock.Object,
            new ProvisioningProgram.StackServices(StackDocumentSource.ReadFile),
            new TestOptions { IsPreview = false, StackName = stack, RootDirectory = root.FullName });

    private void Write(string name, string text)
    {
        var path = Path.Combine(root.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
        File.WriteAllText(path, text);
    }
}
