using Provisioning.Conformance.Tests.Harness;
using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Tests.Harness;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Conformance.Tests.Providers;

/// <summary>
/// A plugin on the official Node.js provider server, which knows no handshake and does not foretell, under our engine.
/// </summary>
public sealed class NodejsProviderTests
{
    private TestStack Stack { get; } =
        new PluginStack("cloud", [new PluginDeclaration("cloud", "../../providers/cloud/executable", "")], Environment.GetEnvironmentVariable).Stack;

    [NodeFact]
    public async Task Resources_OfAnOfficialProgram_AreManagedByAPluginOfTheOfficialRunner()
    {
        var plugins = new PluginStack("cloud", "cloud");

        await plugins.SucceedAsync(dryRun: true);
        Assert.Contains("create disk", plugins.Stack.Events.Steps);
        await plugins.SucceedAsync();

        var outputs = plugins.Stack.Snapshot.Outputs;
        Assert.Equal("disk-north", outputs["id"]);
        Assert.Equal("GiB", outputs["unit"]);
        Assert.Equal(Secret("s3cret"), outputs["password"]);
        Assert.Equal(Secret("key of disk-north"), outputs["key"]);
        Assert.Equal(5d, outputs["found"]);
        Assert.Contains(outputs["keys"].ToString(), "[secret]", StringComparison.Ordinal);
        Assert.True(plugins.Stack.State("found").External);
    }

    [NodeFact]
    public async Task Disk_LivesThroughUpdateReplaceRefreshAndDelete()
    {
        await UpAsync(size: 3);
        await UpAsync(size: 3);
        Assert.Equal(["same disk"], Steps);

        await UpAsync(size: 4);
        Assert.Equal(["update disk"], Steps);
        Assert.Equal(Secret("new key of disk-a"), Stack.State("disk").Outputs["key"]);

        await UpAsync(size: 4, zone: "b");
        Assert.Equal(["create-replacement disk", "replace disk", "delete-replaced disk"], Steps);
        await UpAsync(size: 1, zone: "c");
        Assert.Equal(["delete-replaced disk", "replace disk", "create-replacement disk"], Steps);

        await Stack.RefreshAsync();
        Assert.Equal(5d, Stack.State("disk").Inputs["size"]);

        await Stack.DestroyAsync();
        Assert.Empty(Stack.Events.Errors);
        Assert.Empty(Stack.Snapshot.Resources);
    }

    [NodeFact]
    public async Task Disk_ThatIsGone_IsDroppedByARefresh()
    {
        await UpAsync(size: 3, zone: "gone");

        await Stack.RefreshAsync();

        Assert.Empty(Stack.Names);
    }

    [NodeFact]
    public async Task Disk_ThatExists_IsImported()
    {
        await UpAsync(size: 5, zone: "east", request => request.ImportId = "disk-east");

        Assert.Equal(["import disk"], Steps);
        Assert.Equal(Secret("key of disk-east"), Stack.State("disk").Outputs["key"]);
    }

    [NodeFact]
    public async Task Disk_ThatIsRefusedOrFails_IsReportedOnce_AndTheOthersAreRecorded()
    {
        await Stack.UpAsync(program => Disk(program, -1));
        Assert.Contains("must not be negative", Assert.Single(Stack.Events.Errors), StringComparison.Ordinal);

        await Stack.UpAsync(
            program => Task.WhenAll(Disk(program, 13), program.RegisterAsync("thing")), new OperationOptions { ContinueOnError = true });

        Assert.Equal(["disk: there is no room for 13"], Stack.Events.Errors);
        Assert.Equal(["thing"], Stack.Names);
        Assert.True(Stack.Events.Summary.MaybeCorrupt);
    }

    [NodeFact]
    public async Task Disk_ThatIsHalfDone_IsRecordedAndCompletedByTheNextRun()
    {
        await Stack.UpAsync(program => Disk(program, 14));
        Assert.Equal(["disk: formatting took too long"], Stack.Events.Errors);
        Assert.Equal("half", Stack.State("disk").Outputs["state"]);
        Assert.Equal("formatting took too long", Assert.Single(Stack.State("disk").InitErrors));

        await UpAsync(size: 15);

        Assert.Equal(["update disk"], Steps);
        Assert.Empty(Stack.State("disk").InitErrors);
    }

    [NodeFact]
    public async Task Disk_ThatCannotBeDeleted_StaysInTheState()
    {
        await UpAsync(size: 99);

        var outcome = await Stack.DestroyAsync();

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.Contains("disk-a is in use", Assert.Single(Stack.Events.Errors), StringComparison.Ordinal);
        Assert.Equal("disk-a", Stack.State("disk").Id);
    }

    [NodeFact]
    public async Task Function_ReturnsSecretsAndRefusals()
    {
        await Stack.UpAsync(async program =>
        {
            var found = await program.InvokeAsync("cloud:index:getZone", Map(("name", "NORTH"), ("keys", true)));
            Assert.Equal(Secret("zone key"), found["key"]);

            var refused = await program.Context.Monitor.InvokeAsync(
                new ResourceInvokeRequest { Tok = "cloud:index:getZone", Args = TestProgram.Marshal(Map(("name", "nowhere"))) }, default);
            Assert.Equal("is no zone", Assert.Single(refused.Failures).Reason);
        });

        Assert.Empty(Stack.Events.Errors);
    }

    [NodeFact]
    public async Task Plugin_OlderThanAskedFor_IsUsedWithAWarning()
    {
        await UpAsync(size: 3, options: request => request.Version = "2.5.0");

        Assert.Contains("version 2.1.0 is used, which is older", Assert.Single(Stack.Events.Warnings), StringComparison.Ordinal);
    }

    private IReadOnlyList<string> Steps => [.. Stack.Events.Steps.Where(step => step.EndsWith(" disk", StringComparison.Ordinal))];

    private static Task<RegisterResourceResponse> Disk(TestProgram program, double size, string zone = "a", Action<RegisterResourceRequest>? options = null) =>
        program.RegisterAsync("disk", Map(("size", size), ("zone", zone)), options, "cloud:index:Disk");

    private async Task UpAsync(double size, string zone = "a", Action<RegisterResourceRequest>? options = null)
    {
        var outcome = await Stack.UpAsync(program => Disk(program, size, zone, options));
        Assert.Empty(Stack.Events.Errors);
        Assert.Equal(OperationResult.Succeeded, outcome.Result);
    }
}
