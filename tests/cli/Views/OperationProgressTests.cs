using Provisioning.Cli.Views;
using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.State;
using Pulumirpc;
using static Provisioning.Cli.Tests.Events;

namespace Provisioning.Cli.Tests.Views;

public sealed class OperationProgressTests
{
    private static readonly ResourceState StackState = State(Stack, null);
    private static readonly ResourceState GroupState = State(Group, Stack);

    private static OperationProgress Progress(params EngineEvent[] events)
    {
        var progress = new OperationProgress(new OperationTitle(Operation.Update, false, "dev"));
        foreach (var @event in events)
            progress.Publish(@event);
        return progress;
    }

    [Fact]
    public void RunningStep_ShowsItsElapsedTime()
    {
        var row = Progress(Pre(StepOp.Create, null, GroupState)).Find(Group);

        Assert.Equal("creating (7s)", StatusText.Status(Assert.IsType<ResourceRow>(row), Start.AddSeconds(7)));
    }

    [Fact]
    public void EndedStep_ShowsTheTimeItTook()
    {
        var row = Progress(Pre(StepOp.Create, null, GroupState), Done(StepOp.Create, null, GroupState, 3)).Find(Group);

        Assert.Equal("created (3s)", StatusText.Status(Assert.IsType<ResourceRow>(row), Start.AddSeconds(60)));
    }

    [Fact]
    public void FailedStep_StaysFailedWhateverFollows()
    {
        var row = Progress(
            Pre(StepOp.Create, null, GroupState),
            Failed(StepOp.Create, null, GroupState, 1),
            Done(StepOp.Create, null, GroupState, 2)).Find(Group);

        Assert.Equal("**creating failed**", StatusText.Status(Assert.IsType<ResourceRow>(row), Start));
    }

    [Fact]
    public void WhatIsWaitedFor_IsShownUntilTheStepEnds()
    {
        var running = Progress(Pre(StepOp.Create, null, GroupState), Message(LogSeverity.Info, Group, "waiting for Entra", ephemeral: true));
        Assert.Equal("waiting for Entra", running.Find(Group)?.Waiting);
        Assert.Empty(running.Snapshot().Diagnostics);

        running.Publish(Done(StepOp.Create, null, GroupState, 1));
        Assert.Equal("", running.Find(Group)?.Waiting);
    }

    [Fact]
    public void HalvesOfAReplacement_ShareOneRow()
    {
        var progress = Progress(
            Pre(StepOp.CreateReplacement, GroupState, GroupState),
            Done(StepOp.CreateReplacement, GroupState, GroupState, 1),
            Pre(StepOp.Replace, GroupState, GroupState, 1),
            Pre(StepOp.DeleteReplaced, GroupState, null, 2),
            Done(StepOp.DeleteReplaced, GroupState, null, 4));

        var row = Assert.Single(progress.Snapshot().Rows).Row;
        Assert.Equal(StepOp.Replace, row.Op);
        Assert.Equal("replaced (4s)", StatusText.Status(row, Start));
    }

    [Fact]
    public void DefaultProviders_AreNotShown()
    {
        var provider = State(Urn.Create("dev", "shop", null, "pulumi:providers:azure-native", "default_3_28_0"), null);

        Assert.Empty(Progress(Pre(StepOp.Create, null, provider)).Snapshot(showUnchanged: true).Rows);
    }

    [Fact]
    public void UnchangedResources_AreShownOnlyAsAncestors()
    {
        var access = State(Access, Stack);
        var identity = State(Identity, Access);
        var rows = Progress(
            Pre(StepOp.Same, StackState, StackState),
            Pre(StepOp.Same, GroupState, GroupState),
            Pre(StepOp.Same, access, access),
            Pre(StepOp.Create, null, identity)).Snapshot().Rows;

        Assert.Equal(["", "└─ ", "   └─ "], rows.Select(row => row.Guide));
        Assert.Equal([Stack, Access, Identity], rows.Select(row => row.Row.Urn));
    }

    [Fact]
    public void Diff_ListsTheInputsThatDiffer()
    {
        var old = State(Group, Stack, Input("location", "westeurope"), Input("tags", "a"), Input("__internal", "x"));
        var @new = State(Group, Stack, Input("location", "northeurope"), Input("managedBy", "b"), Input("__internal", "y"));

        Assert.Equal(["~location", "+managedBy", "-tags"], Progress(Pre(StepOp.Update, old, @new)).Find(Group)?.Changes);
    }

    [Fact]
    public void DebugMessages_AreNotKept()
    {
        Assert.Empty(Progress(Message(LogSeverity.Debug, null, "noise")).Snapshot().Diagnostics);
    }

    [Fact]
    public void MessagesOfAResource_AreCounted()
    {
        var row = Progress(
            Pre(StepOp.Create, null, GroupState),
            Message(LogSeverity.Warning, Group, "one"),
            Message(LogSeverity.Warning, Group, "two")).Find(Group);

        Assert.Equal(2, row?.Messages[LogSeverity.Warning]);
    }

    [Theory]
    [InlineData(0.42, "0.42s")]
    [InlineData(1, "1s")]
    [InlineData(63.9, "1m3s")]
    [InlineData(3725, "1h2m5s")]
    public void Elapsed_ReadsAsPulumiWritesIt(double seconds, string text)
    {
        Assert.Equal(text, StatusText.Elapsed(TimeSpan.FromSeconds(seconds)));
    }

    [Fact]
    public void Duration_IsRoundedUp()
    {
        Assert.Equal("13s", StatusText.Duration(TimeSpan.FromSeconds(12.01)));
    }
}
