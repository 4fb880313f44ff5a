using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Events;
using Provisioning.Engine.Journal;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Programs;
using Provisioning.Engine.Secrets;
using Provisioning.Engine.State;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Engine.Tests.State;
using Provisioning.Protocol.Rpc;

namespace Provisioning.Engine.Tests.Fuzzing;

/// <summary>A stack whose state is stored as the product stores it, and whose process may die at any write.</summary>
internal sealed class FuzzStack
{
    private static readonly StackReference Stack = new(TestStack.Project, TestStack.Name);

    private readonly StateStore store;
    private readonly OperationRunner runner;
    private readonly TestClock clock = new();

    public FuzzStack()
    {
        var random = new CountingRandom();
        store = new StateStore(
            Backend, Stack, new SecretsManagers(new EnvironmentPassphraseSource(_ => null), random), new FakeSecretsManager(), clock);
        runner = new OperationRunner(clock, random);
        Backend.Restore(StateDocument.NewStack(Stack.FullName), null);
    }

    public MemoryBackend Backend { get; } = new();

    public FuzzCloud Cloud { get; } = new();

    /// <summary>The events of the last operation.</summary>
    public RecordingEvents Events { get; private set; } = new();

    /// <summary>The state as the next command would find it.</summary>
    public async Task<Snapshot> LoadAsync() => (await store.LoadAsync(verifyIntegrity: true, CancellationToken.None)).Snapshot;

    /// <summary>Runs a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="program">The program as it is now.</param>
    /// <param name="isPreview">Whether it only says what it would do.</param>
    /// <returns>How it ended; null when the process died on the way.</returns>
    public async Task<OperationResult?> RunAsync(FuzzStep.Command command, DeclaredProgram program, bool isPreview = false)
    {
        var moments = new List<Moment>();
        Backend.OnMoment = appended => moments.Add(new Moment(Backend.Checkpoint, Backend.Journal, Cloud.Content, appended.ToArray()));
        Cloud.Fails = command.Fails;
        Cloud.FailsLate = command.FailsLate;
        using var stop = new CancellationTokenSource();
        OperationResult result;
        if (isPreview)
        {
            var @base = await LoadAsync();
            result = await RunAsync(command, program, @base, new InMemoryJournal(), isPreview: true, stop);
        }
        else
        {
            await using var session = await store.BeginAsync(verifyIntegrity: true, CancellationToken.None);
            result = await RunAsync(command, program, session.Base, session.Journal, isPreview: false, stop);
        }

        Cloud.Fails = [];
        Backend.OnMoment = null;
        if (command.DiesAt is not { } at || moments.Count == 0)
            return result;

        var last = moments[(int)(at * (moments.Count - 1))];
        var torn = command.IsTorn ? last.Appended[..(last.Appended.Length / 2)] : [];
        Backend.Restore(last.Checkpoint, last.Journal is null && torn.Length == 0 ? null : [.. last.Journal ?? [], .. torn]);
        Cloud.Restore(last.Cloud);
        return null;
    }

    private async Task<OperationResult> RunAsync(
        FuzzStep.Command command, DeclaredProgram program, Snapshot @base, IJournal journal, bool isPreview, CancellationTokenSource stop)
    {
        Cloud.Interrupted = [.. @base.PendingOperations
            .Where(operation => operation.Kind == OperationKind.Creating)
            .Select(operation => operation.Resource.Inputs.GetValueOrDefault("name"))
            .OfType<Protocol.Values.PropertyValue.StringValue>()
            .Select(name => name.Value)];
        var begun = 0;
        Events = new RecordingEvents
        {
            OnEvent = @event =>
            {
                if (@event is EngineEvent.ResourcePre && begun++ == command.StopsAfter)
                    stop.Cancel();
            },
        };
        Cloud.Cloud.Forget();
        var outcome = await runner.RunAsync(
            new OperationRequest
            {
                Kind = command.Kind switch { CommandKind.Refresh => Operation.Refresh, CommandKind.Destroy => Operation.Destroy, _ => Operation.Update },
                DryRun = isPreview,
                Stack = Stack,
                RootDirectory = "/project",
                Base = @base,
                Config = ImmutableDictionary<string, string>.Empty,
                ConfigSecretKeys = [],
                Program = new Declarations(program),
                Providers = new FakeProviderLoader(Cloud.Cloud),
                Events = Events,
                Journal = journal,
                StackOutputs = new FakeStackOutputs(),
                Options = new OperationOptions
                {
                    Parallel = command.IsParallel ? 4 : 1,
                    Refresh = command.Refreshes,
                    ContinueOnError = command.ContinuesOnError,
                    IgnoreProtect = command.IgnoresProtect,
                    Targets = [.. command.Targets.Select(name => $"**::{name}")],
                },
            },
            stop.Token);
        return outcome.Result;
    }

    private sealed record Moment(byte[]? Checkpoint, byte[]? Journal, ImmutableSortedDictionary<string, Struct> Cloud, byte[] Appended);

    private sealed class Declarations(DeclaredProgram program) : IProgram
    {
        public async Task<int> RunAsync(ProgramContext context, CancellationToken cancellationToken)
        {
            try
            {
                await program.RunAsync(new TestProgram(context));
                return 0;
            }
            catch (RpcException)
            {
                return 32;
            }
        }
    }
}
