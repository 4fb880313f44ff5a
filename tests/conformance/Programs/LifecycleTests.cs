using Google.Protobuf.WellKnownTypes;
using Provisioning.Conformance.Tests.Harness;
using Provisioning.Engine.Operations;

namespace Provisioning.Conformance.Tests.Programs;

/// <summary>Official programs whose resources come, change and go.</summary>
public sealed class LifecycleTests
{
    [NodeFact]
    public async Task Resources_AreCreatedOnceAndThenStayAsTheyAre()
    {
        var stack = new OfficialStack("create");

        await stack.UpAsync();
        stack.AssertOrder("create network", "create server");
        await stack.UpAsync();

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task AnUpdate_ChangesResourcesAndOutputs()
    {
        var stack = new OfficialStack("update");

        await stack.UpAsync();
        await stack.PreviewAsync("changed");
        await stack.UpAsync("changed");
        stack.AssertOrder("update base", "same top", "create side");
        await stack.UpAsync();
        await stack.DestroyAsync();

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task AReplacement_CreatesBeforeItDeletes()
    {
        var stack = new OfficialStack("replace");

        await stack.UpAsync();
        await stack.PreviewAsync("moved");
        await stack.UpAsync("moved");

        stack.AssertOrder("create-replacement disk", "replace disk", "update server", "delete-replaced disk");
        stack.AssertExpected();
    }

    [NodeFact]
    public async Task AReplacementThatDeletesFirst_TakesItsDependentsAlong()
    {
        var stack = new OfficialStack("replace-delete-first").Configure("shop:zone", "1");

        await stack.UpAsync();
        stack.Configure("shop:zone", "2");
        await stack.UpAsync();

        stack.AssertOrder("delete-replaced server", "delete-replaced disk", "create-replacement disk", "create-replacement server");
        stack.AssertExpected();
    }

    [NodeFact]
    public async Task Deletions_RunTheOtherWayRound()
    {
        var stack = new OfficialStack("delete-order");

        await stack.UpAsync();
        await stack.DestroyAsync();

        stack.AssertOrder("delete last", "delete pair-second", "delete pair-first", "delete pair", "delete by-parent", "delete by-order", "delete by-input", "delete first", "delete own");
        stack.AssertExpected();
    }

    [NodeFact]
    public async Task APreview_KnowsWhatItCanKnow()
    {
        var stack = new OfficialStack("preview");

        await stack.PreviewAsync();
        await stack.UpAsync();
        await stack.PreviewAsync();

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task ARefresh_FindsWhatChangedAndWhatIsGone()
    {
        var stack = new OfficialStack("refresh");

        await stack.UpAsync();
        stack.Cloud.Resources["drifted-1"].Fields["size"] = Value.ForNumber(20);
        stack.Cloud.Resources.TryRemove("lost-1", out _);
        await stack.RefreshAsync();
        await stack.UpAsync();
        stack.Cloud.Resources["drifted-1"].Fields["size"] = Value.ForNumber(30);
        await stack.UpAsync(options: new OperationOptions { Refresh = true });

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task Targets_LeaveTheRestAsItIs()
    {
        var stack = new OfficialStack("targets").Configure("shop:size", "1");

        await stack.UpAsync();
        stack.Configure("shop:size", "2");
        await stack.UpAsync(options: new OperationOptions { Targets = ["**::b"] });
        await stack.DestroyAsync(new OperationOptions { Targets = ["**::c"] });

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task AnImport_TakesOverWhatExists()
    {
        var stack = new OfficialStack("import");
        stack.Cloud.Resources["existing"] = new Struct { Fields = { ["size"] = Value.ForNumber(5), ["address"] = Value.ForString("here") } };
        stack.Cloud.Resources["elsewhere"] = new Struct { Fields = { ["zone"] = Value.ForString("1") } };
        stack.Cloud.Resources["another"] = new Struct { Fields = { ["size"] = Value.ForNumber(5) } };

        await stack.PreviewAsync("missing");
        await stack.UpAsync("missing");
        await stack.UpAsync("replacing");
        await stack.UpAsync();
        await stack.UpAsync();
        await stack.UpAsync("different");

        stack.AssertExpected();
    }

    [NodeFact]
    public async Task AGet_ReadsWhatIsManagedElsewhere()
    {
        var stack = new OfficialStack("get");
        stack.Cloud.Resources["existing"] = new Struct { Fields = { ["size"] = Value.ForNumber(5), ["address"] = Value.ForString("here") } };

        await stack.UpAsync("missing");
        await stack.PreviewAsync();
        await stack.UpAsync();
        await stack.DestroyAsync();

        Assert.True(stack.Cloud.Resources.ContainsKey("existing"));
        stack.AssertExpected();
    }

    [NodeFact]
    public async Task FiveHundredResources_AreCreatedAndDeleted()
    {
        var stack = new OfficialStack("many");

        var outcome = await stack.UpAsync();

        Assert.Empty(stack.Events.Errors);
        Assert.Equal(501, outcome.Changes[Engine.Events.StepOp.Create]);
        Assert.Equal("address of thing-499-1", outcome.Snapshot.Outputs["last"]);
        await stack.DestroyAsync();
        Assert.Empty(stack.Cloud.Resources);
    }
}
