using System.Collections.Immutable;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Plans;
using Provisioning.Engine.Programs;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Tests.Harness;

/// <summary>One stack with its cloud, deployed to once or several times by programs that tests write inline.</summary>
internal sealed class TestStack
{
    public const string Project = "shop";
    public const string Name = "dev";

    public FakeCloud Cloud { get; } = new();

    public FakeProviderLoader Loader { get; }

    public TestClock Clock { get; } = new();

    public CountingRandom Random { get; } = new();

    /// <summary>The state after the last operation that was real.</summary>
    public Snapshot Snapshot { get; set; } = Snapshot.Empty;

    public ImmutableDictionary<string, string> Config { get; set; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableHashSet<string> ConfigSecretKeys { get; set; } = [];

    public FakeStackOutputs OtherStacks { get; } = new();

    public string RootDirectory { get; init; } = "/project";

    /// <summary>Where providers come from instead of <see cref="Loader"/>.</summary>
    public IProviderLoader? Plugins { get; init; }

    /// <summary>The events of the last operation.</summary>
    public RecordingEvents Events { get; private set; } = new();

    /// <summary>The journal of the last operation.</summary>
    public InMemoryJournal Journal { get; private set; } = new();

    public Action<InMemoryJournal>? OnJournal { get; set; }

    /// <summary>Gets each event of the next operations.</summary>
    public Action<EngineEvent>? OnEvent { get; set; }

    public CancellationToken Abort { get; set; }

    /// <summary>What the next updates are held to.</summary>
    public UpdatePlan? Plan { get; set; }

    /// <summary>Whether the next previews make plans.</summary>
    public bool DraftsPlan { get; set; }

    private ImmutableArray<ResourceImport> Imports { get; set; } = [];

    public TestStack() => Loader = new FakeProviderLoader(Cloud);

    public static Urn UrnOf(string name, string type = TestProgram.ThingType) => Urn.Create(Name, Project, null, type, name);

    public Task<OperationOutcome> UpAsync(Func<TestProgram, Task> program, OperationOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(Operation.Update, dryRun: false, program, options, cancellationToken);

    public Task<OperationOutcome> PreviewAsync(Func<TestProgram, Task> program, OperationOptions? options = null) =>
        RunAsync(Operation.Update, dryRun: true, program, options, default);

    public Task<OperationOutcome> RefreshAsync(OperationOptions? options = null, bool dryRun = false) =>
        RunAsync(Operation.Refresh, dryRun, _ => Task.CompletedTask, options, default);

    public Task<OperationOutcome> DestroyAsync(OperationOptions? options = null, bool dryRun = false) =>
        RunAsync(Operation.Destroy, dryRun, _ => Task.CompletedTask, options, default);

    public Task<OperationOutcome> ImportAsync(params ResourceImport[] imports) => ImportAsync(dryRun: false, imports);

    public Task<OperationOutcome> ImportAsync(bool dryRun, params ResourceImport[] imports)
    {
        Imports = [.. imports];
        return RunAsync(Operation.Import, dryRun, _ => Task.CompletedTask, null, default);
    }

    /// <summary>The one live resource of a name.</summary>
    public ResourceState State(string name) => Snapshot.Resources.Single(resource => resource.Urn.Name == name && !resource.Delete);

    /// <summary>The names of the resources in the state, in order; default providers are left out.</summary>
    public IReadOnlyList<string> Names =>
        [.. Snapshot.Resources.Where(resource => !resource.Urn.Name.StartsWith("default", StringComparison.Ordinal)).Select(resource => resource.Urn.Name)];

    public Task<OperationOutcome> RunAsync(
        Operation kind, bool dryRun, Func<TestProgram, Task> program, OperationOptions? options, CancellationToken cancellationToken) =>
        RunAsync(kind, dryRun, new DelegateProgram(program), options, cancellationToken);

    public async Task<OperationOutcome> RunAsync(
        Operation kind, bool dryRun, IProgram program, OperationOptions? options, CancellationToken cancellationToken)
    {
        Events = new RecordingEvents { OnEvent = OnEvent };
        Journal = new InMemoryJournal();
        OnJournal?.Invoke(Journal);
        Cloud.Forget();
        var before = Snapshot;
        var outcome = await new OperationRunner(Clock, Random).RunAsync(
            new OperationRequest
            {
                Kind = kind,
                DryRun = dryRun,
                Stack = new StackReference(Project, Name),
                RootDirectory = RootDirectory,
                Base = before,
                Config = Config,
                ConfigSecretKeys = ConfigSecretKeys,
                Program = program,
                Providers = Plugins ?? Loader,
                Events = Events,
                Journal = Journal,
                StackOutputs = OtherStacks,
                Imports = Imports,
                Plan = Plan,
                DraftsPlan = DraftsPlan,
                Options = options ?? new OperationOptions(),
                Abort = Abort,
            },
            cancellationToken);
        if (!dryRun)
        {
            Snapshot = outcome.Snapshot;
            CheckJournal(before);
        }

        SnapshotIntegrity.Verify(outcome.Snapshot);
        return outcome;
    }

    /// <summary>Whenever the process dies, the journal gives a state that can be worked with; at the end it gives the final one.</summary>
    private void CheckJournal(Snapshot before)
    {
        for (var count = 0; count <= Math.Min(Journal.Count, 100); count++)
            SnapshotIntegrity.Verify(Journal.Replay(before, count));
        Assert.Equal(Snapshot.Resources.Select(Essence), Journal.Replay(before, Journal.Count).Resources.Select(Essence));
    }

    private static (Urn, string, bool, bool, PropertyMap, PropertyMap) Essence(ResourceState resource) =>
        (resource.Urn, resource.Id, resource.Delete, resource.PendingReplacement, resource.Inputs, resource.Outputs);

    private sealed class DelegateProgram(Func<TestProgram, Task> program) : IProgram
    {
        public async Task<int> RunAsync(ProgramContext context, CancellationToken cancellationToken)
        {
            try
            {
                await program(new TestProgram(context));
                return 0;
            }
            catch (ExitException exit)
            {
                return exit.Code;
            }
            catch (Protocol.Rpc.RpcException)
            {
                // As the SDKs do: whatever the monitor refused ends the program, and was reported.
                return 32;
            }
        }
    }
}
