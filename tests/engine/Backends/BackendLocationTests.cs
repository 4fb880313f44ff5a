using System.Collections.Immutable;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Projects;

namespace Provisioning.Engine.Tests.Backends;

public sealed class BackendLocationTests
{
    private static readonly Project Project = new() { Path = "/home/dev/shop/Pulumi.yaml", Name = "shop" };

    [Fact]
    public void TheVariable_WinsOverTheProject() =>
        Assert.Equal("file:///a", Location(("PULUMI_BACKEND_URL", "file:///a")).Resolve(Project with { BackendUrl = "file:///b" }));

    [Fact]
    public void TheProject_WinsOverTheDefault() => Assert.Equal("file:///b", Location().Resolve(Project with { BackendUrl = "file:///b" }));

    [Fact]
    public void TheDefault_IsTheProjectsFolder() => Assert.Equal("file:///home/dev/shop", Location().Resolve(Project));

    [Theory]
    [InlineData("file:///var/state", "/var/state")]
    [InlineData("file://~", "/home/ann")]
    [InlineData("file://~/state?no_tmp_dir=true", "/home/ann/state")]
    [InlineData("file://state", "/home/dev/shop/infra/state")]
    [InlineData("file://./state/../x", "/home/dev/shop/infra/x")]
    [InlineData("file://", "/home/dev/shop/infra")]
    public void AFileUrl_LeadsToAFolder(string url, string folder) => Assert.Equal(folder, Location(("HOME", "/home/ann")).Directory(url));

    [Theory]
    [InlineData("azblob://states", "not supported yet")]
    [InlineData("s3://states", "not supported yet")]
    [InlineData("https://api.pulumi.com", "Pulumi Cloud")]
    [InlineData("/var/state", "file://<path>")]
    public void AnotherKindOfBackend_IsRefused(string url, string reason)
    {
        var failure = Assert.Throws<BackendException>(() => Location().Open(url, LockHolder.Current, new FakeClock()));

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AScheme_IsOpenedByItsOpener()
    {
        using var folder = new TemporaryFolder();
        var opened = "";
        var location = new BackendLocation(_ => null, "/")
        {
            Openers = ImmutableDictionary<string, BackendOpener>.Empty.Add("azblob://", (url, environment, holder, time) =>
            {
                opened = url;
                return new FileBackend(folder.Path, url, StoreOptions.FromEnvironment(environment), holder, time);
            }),
        };

        Assert.Equal("azblob://states", location.Open("azblob://states", LockHolder.Current, new FakeClock()).Url);
        Assert.Equal("azblob://states", opened);
        var failure = Assert.Throws<BackendException>(() => location.Open("s3://states", LockHolder.Current, new FakeClock()));
        Assert.Contains("'file://<path>', 'azblob://…'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileUrl_OpensAFolder()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal($"file://{folder.Path}", Location().Open($"file://{folder.Path}", LockHolder.Current, new FakeClock()).Url);
    }

    [Theory]
    [InlineData("dev", "organization/shop/dev")]
    [InlineData("organization/dev", "organization/shop/dev")]
    [InlineData("organization/other/dev", "organization/other/dev")]
    public void AStackName_IsCompleted(string text, string fullName) => Assert.Equal(fullName, StackReference.Parse(text, "shop").FullName);

    [Theory]
    [InlineData("acme/shop/dev", "'acme'")]
    [InlineData("acme/dev", "'acme'")]
    [InlineData("a/b/c/d", "not a stack")]
    [InlineData("de v", "'de v'")]
    [InlineData("", "''")]
    public void AWrongStackName_IsRefused(string text, string reason)
    {
        var failure = Assert.Throws<BackendException>(() => StackReference.Parse(text, "shop"));

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AShortNameOutsideOfAProject_IsRefused() => Assert.Throws<BackendException>(() => StackReference.Parse("dev", null));

    [Theory]
    [InlineData("PULUMI_DIY_BACKEND_GZIP", "true")]
    [InlineData("PULUMI_DIY_BACKEND_GZIP", "1")]
    public void Options_ComeFromTheEnvironment(string name, string value) =>
        Assert.True(StoreOptions.FromEnvironment(variable => variable == name ? value : null).Gzip);

    [Fact]
    public void Zstandard_CannotBeAskedFor() =>
        Assert.Throws<BackendException>(() => StoreOptions.FromEnvironment(name => name == "PULUMI_DIY_BACKEND_ZSTD" ? "true" : null));

    private static BackendLocation Location(params (string Name, string Value)[] variables) =>
        new(name => variables.FirstOrDefault(variable => variable.Name == name).Value, "/home/dev/shop/infra");
}
