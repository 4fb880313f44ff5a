using System.Collections.Immutable;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Programs;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Tests.Harness;

namespace Provisioning.Conformance.Tests.Harness;

/// <summary>
/// A stack that programs of the official Node.js SDK are deployed to: the steps of one program, each a file of
/// <c>node/programs/&lt;name&gt;</c>. What they do is compared with <c>expected.txt</c> there.
/// </summary>
internal sealed class OfficialStack
{
    private readonly Transcript transcript = new();
    private readonly string directory;

    public OfficialStack(string program)
    {
        directory = Path.Combine(NodeWorkspace.Directory, "programs", program);
        Stack = new TestStack { RootDirectory = directory };
    }

    /// <summary>Where the program is deployed to.</summary>
    public TestStack Stack { get; }

    public FakeCloud Cloud => Stack.Cloud;

    /// <summary>The events of the last run.</summary>
    public RecordingEvents Events => Stack.Events;

    /// <summary>Sets configuration for the next runs.</summary>
    public OfficialStack Configure(string key, string value, bool secret = false)
    {
        Stack.Config = Stack.Config.SetItem(key, value);
        if (secret)
            Stack.ConfigSecretKeys = Stack.ConfigSecretKeys.Add(key);
        return this;
    }

    public Task<OperationOutcome> UpAsync(string step = "index", OperationOptions? options = null) =>
        RunAsync(Operation.Update, dryRun: false, step, options);

    public Task<OperationOutcome> PreviewAsync(string step = "index", OperationOptions? options = null) =>
        RunAsync(Operation.Update, dryRun: true, step, options);

    public Task<OperationOutcome> RefreshAsync(OperationOptions? options = null) => RunAsync(Operation.Refresh, dryRun: false, "index", options);

    public Task<OperationOutcome> DestroyAsync(OperationOptions? options = null) => RunAsync(Operation.Destroy, dryRun: false, "index", options);

    /// <summary>Compares all runs so far with the reviewed ones.</summary>
    public void AssertExpected() => Golden.Matches(Path.Combine(directory, "expected.txt"), transcript.ToString());

    /// <summary>These steps of the last run ended in this order, whatever else ended between them.</summary>
    public void AssertOrder(params string[] steps) => Assert.Equal(steps, Events.Done.Where(steps.Contains));

    public NodejsProgram Program(string step) => new(new Project
    {
        Path = Path.Combine(directory, "Pulumi.yaml"),
        Name = TestStack.Project,
        Main = Path.HasExtension(step) ? step : $"{step}.js",

        // Loading the TypeScript compiler takes longer than most programs here.
        Runtime = new ProjectRuntime("nodejs", ImmutableSortedDictionary<string, string>.Empty.Add("typescript", step.EndsWith(".ts", StringComparison.Ordinal) ? "true" : "false")),
    });

    private async Task<OperationOutcome> RunAsync(Operation kind, bool dryRun, string step, OperationOptions? options)
    {
        var before = Stack.Snapshot;
        var outcome = await Stack.RunAsync(kind, dryRun, Program(step), options, default);
        var title = kind == Operation.Update ? $"{(dryRun ? "preview" : "up")} {Path.GetFileNameWithoutExtension(step)}" : kind.ToString().ToLowerInvariant();
        transcript.Add(title, outcome, Events, showState: !dryRun && !ReferenceEquals(before, outcome.Snapshot));
        return outcome;
    }
}
