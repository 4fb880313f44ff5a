using Pulumi.Tests.Fakes;

namespace Pulumi.Tests.Resources;

public sealed class OptionsMergeTests
{
    [Fact]
    public void Merge_SingleValues_TakesTheSecondWhereItHasOne()
    {
        var merged = CustomResourceOptions.Merge(
            new() { Version = "1", Protect = true, ImportId = "a" },
            new() { Version = "2", DeleteBeforeReplace = true });

        Assert.Equal(("2", true, "a", true), (merged.Version, merged.Protect, merged.ImportId, merged.DeleteBeforeReplace));
    }

    [Fact]
    public void Merge_Lists_AreConcatenated()
    {
        var merged = CustomResourceOptions.Merge(
            new() { IgnoreChanges = { "a" }, AdditionalSecretOutputs = { "x" }, Aliases = { new Alias { Name = "old" } } },
            new() { IgnoreChanges = { "b" }, AdditionalSecretOutputs = { "y" }, Aliases = { new Alias { Name = "older" } } });

        Assert.Equal(["a", "b"], merged.IgnoreChanges);
        Assert.Equal(["x", "y"], merged.AdditionalSecretOutputs);
        Assert.Equal(2, merged.Aliases.Count);
    }

    [Fact]
    public async Task Merge_DependsOn_IsConcatenated()
    {
        var names = await new Host().SucceedAsync(async () =>
        {
            var merged = CustomResourceOptions.Merge(new() { DependsOn = { new Thing("a") } }, new() { DependsOn = { new Thing("b") } });
            return (await merged.DependsOn.ToOutput().ElementsAsync()).Select(resource => resource.GetResourceName());
        });

        Assert.Equal(["a", "b"], names);
    }

    [Fact]
    public void Merge_Arguments_StayAsTheyAre()
    {
        var first = new CustomResourceOptions { IgnoreChanges = { "a" } };
        var second = new CustomResourceOptions { IgnoreChanges = { "b" } };

        CustomResourceOptions.Merge(first, second).IgnoreChanges.Add("c");

        Assert.Equal(["a"], first.IgnoreChanges);
        Assert.Equal(["b"], second.IgnoreChanges);
    }

    [Fact]
    public void Merge_Nulls_GivesEmptyOptions()
    {
        Assert.Null(CustomResourceOptions.Merge(null, null).Version);
        Assert.Equal("1", ComponentResourceOptions.Merge(null, new() { Version = "1" }).Version);
    }

    [Fact]
    public async Task Merge_Providers_KeepsTheLastOfEachPackage()
    {
        var names = await new Host().SucceedAsync(() =>
        {
            var merged = ComponentResourceOptions.Merge(
                new() { Providers = { new Provider("first"), new Provider("second") } },
                new() { Providers = { new Provider("third") } });
            return Task.FromResult(merged.Providers.Select(provider => provider.GetResourceName()).ToList());
        });

        Assert.Equal(["third"], names);
    }

    [Fact]
    public async Task Merge_AsGeneratedClassesDo_LetsTheUserOverrideTheVersion()
    {
        var host = new Host();
        await host.SucceedAsync(() =>
        {
            var merged = CustomResourceOptions.Merge(new() { Version = "3.0.0", Aliases = { new Alias { Type = "pkg:v1:Thing" } } }, new() { Version = "2.0.0" });
            merged.Id = (Input<string>?)"" ?? merged.Id;
            _ = new Thing("t", options: merged);
        });

        var request = host.Monitor.Registration("t");
        Assert.Equal("2.0.0", request.Version);
        Assert.Equal("pkg:v1:Thing", Assert.Single(request.Aliases).Spec.Type);
    }
}
