using Provisioning.Conformance.Tests.Harness;

namespace Provisioning.Conformance.Tests.Programs;

/// <summary>Official programs that say with options how their resources are treated.</summary>
public sealed class OptionTests
{
    [NodeFact]
    public async Task Aliases_KeepResourcesUnderNewNamesTypesAndParents()
    {
        var stack = new OfficialStack("aliases");

        await stack.UpAsync();
        await stack.PreviewAsync("renamed");
        await stack.UpAsync("renamed");
        await stack.UpAsync("urns");

        Assert.DoesNotContain(stack.Cloud.Calls, call => call.StartsWith("Create", StringComparison.Ordinal) || call.StartsWith("Delete", StringComparison.Ordinal));
        stack.AssertExpected();
    }

    [NodeFact]
    public async Task IgnoredChanges_AreNotMade()
    {
        var stack = new OfficialStack("ignore-changes").Configure("shop:round", "1");

        await stack.UpAsync();
        stack.Configure("shop:round", "2");
        await stack.UpAsync();

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task ChosenChanges_Replace()
    {
        var stack = new OfficialStack("replace-on-changes").Configure("shop:round", "1");

        await stack.UpAsync();
        stack.Configure("shop:round", "2");
        await stack.UpAsync();

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task ProtectedResources_AreNeitherReplacedNorDeletedUntilTheyAreUnprotected()
    {
        var stack = new OfficialStack("protect");

        await stack.UpAsync();
        await stack.UpAsync("replaced");
        await stack.UpAsync("removed");
        await stack.DestroyAsync();
        await stack.UpAsync("unprotected");
        await stack.DestroyAsync();

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task RetainedAndOwnedResources_AreNotDeletedByThemselves()
    {
        var stack = new OfficialStack("retain");

        await stack.UpAsync();
        await stack.DestroyAsync();

        Assert.Equal(["Delete owner"], stack.Cloud.Calls.Where(call => call.StartsWith("Delete", StringComparison.Ordinal)));
        stack.AssertExpected();
    }

    [NodeFact]
    public async Task CustomTimeouts_ReachTheProvider()
    {
        var stack = new OfficialStack("timeouts").Configure("shop:size", "1");

        await stack.UpAsync();
        Assert.Equal(3723.5, Assert.Single(stack.Cloud.Requests<Pulumirpc.CreateRequest>()).Timeout);
        stack.Configure("shop:size", "2");
        await stack.UpAsync();
        Assert.Equal(90, Assert.Single(stack.Cloud.Requests<Pulumirpc.UpdateRequest>()).Timeout);
        await stack.UpAsync("wrong");
        await stack.DestroyAsync();

        Assert.Equal(0.3, Assert.Single(stack.Cloud.Requests<Pulumirpc.DeleteRequest>()).Timeout);
        stack.AssertExpected();
    }

    [NodeFact]
    public async Task HiddenDifferences_AreMadeNonetheless()
    {
        var stack = new OfficialStack("hide-diffs").Configure("shop:size", "1");

        await stack.UpAsync();
        stack.Configure("shop:size", "2");
        await stack.UpAsync();

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task Triggers_ReplaceWithoutTheProvider()
    {
        var stack = new OfficialStack("triggers").Configure("shop:round", "1");

        await stack.UpAsync();
        await stack.UpAsync();
        stack.Configure("shop:round", "2");
        await stack.UpAsync();

        stack.AssertExpected();
    }
}
