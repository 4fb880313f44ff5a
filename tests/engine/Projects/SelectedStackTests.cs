using System.Security.Cryptography;
using System.Text;
using Provisioning.Engine.Projects;

namespace Provisioning.Engine.Tests.Projects;

public sealed class SelectedStackTests : IDisposable
{
    private static readonly Project Project = new() { Path = "/home/dev/shop/Pulumi.yaml", Name = "shop" };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void TheFile_IsNamedAsPulumiNamesIt() => Assert.Equal(
        folder.At($"workspaces/shop-{Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes("/home/dev/shop/Pulumi.yaml")))}-workspace.json"),
        Selection("file://a").FilePath);

    [Fact]
    public async Task ASelection_IsRememberedPerBackend()
    {
        await Selection("file://a").SetAsync("dev", CancellationToken.None);
        await Selection("file://b").SetAsync("prod", CancellationToken.None);

        Assert.Equal("dev", await Selection("file://a").GetAsync(CancellationToken.None));
        Assert.Equal(
            "{\n    \"stacks\": {\n        \"file://a\": \"dev\",\n        \"file://b\": \"prod\"\n    }\n}",
            await File.ReadAllTextAsync(Selection("file://a").FilePath));
    }

    [Fact]
    public async Task TheOldSelection_IsTheFallback()
    {
        folder.Write(Path.GetRelativePath(folder.Path, Selection("file://a").FilePath), """{"stack":"old","stacks":{"file://b":"prod"}}""");

        Assert.Equal("old", await Selection("file://a").GetAsync(CancellationToken.None));
        await Selection("file://b").SetAsync(null, CancellationToken.None);
        Assert.Equal("old", await Selection("file://b").GetAsync(CancellationToken.None));
    }

    [Fact]
    public async Task NothingSelected_IsNull() => Assert.Null(await Selection("file://a").GetAsync(CancellationToken.None));

    [Fact]
    public async Task ADamagedFile_IsNamed()
    {
        folder.Write(Path.GetRelativePath(folder.Path, Selection("file://a").FilePath), "{");

        var failure = await Assert.ThrowsAsync<ProjectException>(() => Selection("file://a").GetAsync(CancellationToken.None));

        Assert.Contains("workspace.json", failure.Message, StringComparison.Ordinal);
    }

    private SelectedStack Selection(string url) => new(Project, url, name => name == "PULUMI_HOME" ? folder.Path : null);
}
