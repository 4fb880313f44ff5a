using Pulumi.Tests.Fakes;
using Spec = Pulumirpc.Alias.Types.Spec;

namespace Pulumi.Tests.Resources;

public sealed class AliasTests
{
    [Fact]
    public async Task Alias_OfPartsThatDiffer_IsSentAsASpec() =>
        Assert.Equal(
            new Pulumirpc.Alias { Spec = new Spec { Name = "old", Type = "a:b:Old", NoParent = false } },
            Assert.Single(await SentAsync(new Alias { Name = "old", Type = "a:b:Old" })));

    [Fact]
    public async Task Alias_OfAUrn_IsSentAsIs() =>
        Assert.Equal(new Pulumirpc.Alias { Urn = "urn:x" }, Assert.Single(await SentAsync(new Alias { Urn = "urn:x" })));

    [Fact]
    public async Task Alias_WithoutParent_SaysSo() =>
        Assert.Equal(new Pulumirpc.Alias { Spec = new Spec { NoParent = true } }, Assert.Single(await SentAsync(new Alias { NoParent = true })));

    [Fact]
    public async Task Alias_WithParentUrnProjectAndStack_SendsThem() =>
        Assert.Equal(
            new Pulumirpc.Alias { Spec = new Spec { ParentUrn = "urn:p", Project = "old-proj", Stack = "old-stack" } },
            Assert.Single(await SentAsync(new Alias { ParentUrn = "urn:p", Project = "old-proj", Stack = "old-stack" })));

    [Fact]
    public async Task Alias_WithParentResource_SendsItsUrn()
    {
        var host = new Host();
        await host.SucceedAsync(() => _ = new Thing("t", options: new() { Aliases = { new Alias { Parent = new Group("group", withChild: false) } } }));

        Assert.Equal(
            "urn:pulumi:dev::proj::my:index:Group::group",
            Assert.Single(host.Monitor.Registration("t").Aliases).Spec.ParentUrn);
    }

    [Fact]
    public async Task Alias_Unknown_IsLeftOut() =>
        Assert.Empty(await SentAsync(OutputAssertions.Unknown<Alias>(), new Alias { Name = OutputAssertions.Unknown<string>() }));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Alias_WithConflictingMembers_FailsTheRegistration(bool withUrn, bool withParents)
    {
        var host = new Host();
        var alias = new Alias { Urn = withUrn ? "urn:x" : null, NoParent = true, ParentUrn = withParents ? "urn:p" : null! };

        Assert.Equal(32, await host.RunAsync(() => { _ = new Thing("t", options: new() { Aliases = { alias } }); }));
        Assert.Contains("ambiguous", Assert.Single(host.Engine.Errors), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<Pulumirpc.Alias>> SentAsync(params Input<Alias>[] aliases)
    {
        var host = new Host();
        await host.SucceedAsync(() => _ = new Thing("t", options: new() { Aliases = [.. aliases] }));
        return host.Monitor.Registration("t").Aliases;
    }
}
