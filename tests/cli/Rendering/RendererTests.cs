using Provisioning.Cli.Rendering;
using Provisioning.Cli.Terminals;
using Provisioning.Cli.Views;
using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Cli.Tests.Events;

namespace Provisioning.Cli.Tests.Rendering;

public sealed class RendererTests
{
    private static readonly OperationTitle Updating = new(Operation.Update, false, "dev");
    private static readonly OperationTitle Previewing = new(Operation.Update, true, "dev");

    private readonly StringWriter output = new() { NewLine = "\n" };

    private Terminal Plain => Terminal.Create(TextReader.Null, output, TextWriter.Null, interactive: false, ansi: false, width: 160);

    private string Text => string.Join('\n', output.ToString().Split('\n').Select(line => line.TrimEnd()));

    [Fact]
    public async Task Lines_SayOnceWhatBeginsWhatIsWaitedForAndWhatEnds()
    {
        var group = State(Group, Stack);
        await using (var renderer = new PlainRenderer(Plain, Updating))
        {
            renderer.Publish(Pre(StepOp.Create, null, group));
            renderer.Publish(Message(LogSeverity.Info, Group, "waiting for the name", ephemeral: true));
            renderer.Publish(Message(LogSeverity.Info, Group, "waiting for the name", ephemeral: true));
            renderer.Publish(Done(StepOp.Create, null, group, 2));
        }

        Assert.Equal(
            """
            Updating (dev):
             +  azure-native:resources:ResourceGroup rg creating (0.00s)
             +  azure-native:resources:ResourceGroup rg creating (0.00s) waiting for the name
             +  azure-native:resources:ResourceGroup rg created (2s)


            """,
            Text);
    }

    [Fact]
    public async Task Lines_OfUnchangedResources_AreNotWritten()
    {
        var group = State(Group, Stack);
        await using (var renderer = new PlainRenderer(Plain, Updating))
        {
            renderer.Publish(Pre(StepOp.Same, group, group));
            renderer.Publish(Done(StepOp.Same, group, group));
        }

        Assert.Equal("Updating (dev):\n\n", Text);
    }

    [Fact]
    public async Task Diff_ShowsOldAndNewValues_AndNoSecret()
    {
        var old = State(
            Group,
            Stack,
            Input("tags", new PropertyValue.ObjectValue([Input("env", "dev"), Input("team", "ml")])),
            Input("token", new PropertyValue.SecretValue("old-canary")),
            Input("zones", new PropertyValue.ArrayValue(["1", "2"]))) with
        { Id = "/subscriptions/s/resourceGroups/rg" };
        var @new = State(
            Group,
            Stack,
            Input("location", PropertyValue.Unknown),
            Input("tags", new PropertyValue.ObjectValue([Input("env", "prod"), Input("owner", "me")])),
            Input("token", new PropertyValue.SecretValue("new-canary")),
            Input("zones", new PropertyValue.ArrayValue(["1", "3"])));
        await using (var renderer = new DiffRenderer(Plain, Previewing))
            renderer.Publish(Pre(StepOp.Update, old, @new, planning: true));

        Assert.Equal(
            """
            Previewing update (dev):
            ~ azure-native:resources:ResourceGroup: (update)
                [id=/subscriptions/s/resourceGroups/rg]
                [urn=urn:pulumi:dev::shop::azure-native:resources:ResourceGroup::rg]
              + location: [unknown]
              ~ tags    : {
                  ~ env  : "dev" => "prod"
                  + owner: "me"
                  - team : "ml"
                }
              ~ token   : [secret] => [secret]
              ~ zones   : [
                  ~ [1]: "2" => "3"
                ]


            """,
            Text);
    }

    [Fact]
    public async Task DiffOfARefresh_ShowsWhatWasChangedAndDeletedOutside_AndNothingElse()
    {
        var same = State(Access, Stack);
        var old = State(Group, Stack, Input("owner", "ml"), Input("token", new PropertyValue.SecretValue("old-canary"))) with { Id = "/rg" };
        var found = old with { Inputs = PropertyMap.Create([Input("owner", "me"), Input("token", "new-canary")]) };
        var gone = State(Identity, Access) with { Id = "/id" };
        await using (var renderer = new DiffRenderer(Plain, Previewing))
        {
            foreach (var resource in new[] { same, old, gone })
                renderer.Publish(Pre(StepOp.Refresh, resource, null, planning: true));
            renderer.Publish(Done(StepOp.Same, same, same, planning: true));
            renderer.Publish(Done(StepOp.Update, old, found, planning: true));
            renderer.Publish(Done(StepOp.Delete, gone, null, planning: true));
        }

        Assert.Equal(
            """
            Previewing update (dev):
            ~ azure-native:resources:ResourceGroup: (changed outside)
                [id=/rg]
                [urn=urn:pulumi:dev::shop::azure-native:resources:ResourceGroup::rg]
              ~ owner: "ml" => "me"
              ~ token: [secret] => [secret]
            - azure-native:managedidentity:UserAssignedIdentity: (deleted outside)
                [id=/id]
                [urn=urn:pulumi:dev::shop::provisioning:index:Access$azure-native:managedidentity:UserAssignedIdentity::trainer]


            """,
            Text);
    }

    [Fact]
    public void Summary_CountsWhatWasDone()
    {
        var view = new OperationView(
            Updating,
            [],
            [new DiagnosticLine(Group, LogSeverity.Error, "it broke\nat two places"), new DiagnosticLine(null, LogSeverity.Warning, "mind this")],
            Summary(false, OperationResult.Failed, (StepOp.Create, 3), (StepOp.Update, 1), (StepOp.Same, 2)));

        SummaryReport.Write(Plain, view, [Input("name", "x"), Input("ids", new PropertyValue.ObjectValue([Input("a", 1), Input("b", 2)]))]);

        Assert.Equal(
            """
            Diagnostics:
              azure-native:resources:ResourceGroup (rg):
                error: it broke
                at two places

              stack:
                warning: mind this

            Outputs:
                ids : { a, b }
                name: "x"

            Resources:
                + 3 created
                ~ 1 updated
                4 changes. 2 unchanged

            Duration: 13s

            """,
            Text);
    }

    [Fact]
    public void Workloads_AreShownAsATable()
    {
        var workload = new PropertyValue.ObjectValue(
        [
            Input("runsOn", "compute gpu"),
            Input("identity", "trainer"),
            Input("access", new PropertyValue.ArrayValue([new PropertyValue.ObjectValue([Input("role", "AcrPull"), Input("on", "registry private")])])),
            Input("deeplake", new PropertyValue.ArrayValue(["research"])),
        ]);

        WorkloadTable.Write(Plain, [Input("workloads", new PropertyValue.ObjectValue([Input("training", workload)]))]);

        Assert.Contains("| training | compute gpu | trainer  | AcrPull on registry private | research  |", Text, StringComparison.Ordinal);
    }
}
