using System.Security.Cryptography;
using Provisioning.Engine.Callbacks;
using Provisioning.Engine.Events;
using Provisioning.Engine.Execution;
using Provisioning.Engine.Hooks;
using Provisioning.Engine.Hosting;
using Provisioning.Engine.Planning;
using Provisioning.Engine.Plans;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>The parts that one operation is put together from.</summary>
internal sealed class OperationSession : IAsyncDisposable
{
    private readonly RandomNumberGenerator random;
    private readonly SemaphoreSlim slots;
    private readonly CancellationTokenSource stopped = new();
    private Task hurrying = Task.CompletedTask;

    /// <summary>Puts an operation together.</summary>
    public OperationSession(OperationRequest request, EventPublisher events, TimeProvider time, RandomNumberGenerator random)
    {
        this.random = random;
        Request = request;
        Events = events;
        Time = time;
        Status = new RunStatus(request.Options.ContinueOnError);
        Recorder = new StateRecorder(request.Base, request.DryRun ? null : request.Journal);
        EngineService = new EngineService(events);
        Endpoint = new EngineEndpoint(EngineService);
        var starter = new PluginStarter(
            request, () => new BuiltinProvider(request.StackOutputs, Resources, NewId), EngineService, Endpoint);
        Providers = new ProviderRegistry(starter, request.Base.Resources, NewId, request.DryRun);
        Targets = new TargetSet(request.Options, request.Base.Resources);
        Plan = request.Plan is { } plan ? new PlanGuard(plan) : request.DraftsPlan ? new PlanDraft() : Unplanned.Instance;
        slots = new SemaphoreSlim(Math.Max(1, request.Options.Parallel));
        IStepExecutor executor = request.DryRun ? new PreviewExecutor(Providers) : new StepExecutor(Providers);
        StepHooks = new StepHooks(Hooks, Callbacks, events, request.DryRun);
        Runner = new StepRunner(executor, StepHooks, Recorder, events, Changes, Status, slots, time, request.DryRun, request.Abort);
    }

    /// <summary>What was asked for.</summary>
    public OperationRequest Request { get; }

    /// <summary>Where events go.</summary>
    public EventPublisher Events { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>What has failed so far.</summary>
    public RunStatus Status { get; }

    /// <summary>Where changes of state go.</summary>
    public StateRecorder Recorder { get; }

    /// <summary>The providers.</summary>
    public ProviderRegistry Providers { get; }

    /// <summary>The resources to operate on.</summary>
    public TargetSet Targets { get; }

    /// <summary>What the operation is held to, or what is planned.</summary>
    public IStepPlan Plan { get; }

    /// <summary>Runs steps.</summary>
    public StepRunner Runner { get; }

    /// <summary>Calls functions of the program.</summary>
    public CallbackClients Callbacks { get; } = new();

    /// <summary>The hooks of the program.</summary>
    public HookRegistry Hooks { get; } = new();

    /// <summary>Calls hooks around steps.</summary>
    public StepHooks StepHooks { get; }

    /// <summary>Where programs and providers log.</summary>
    public EngineService EngineService { get; }

    /// <summary>Where programs and plugins of other processes find this engine.</summary>
    public EngineEndpoint Endpoint { get; }

    /// <summary>Counts of logical steps.</summary>
    public ChangeCounter Changes { get; } = new();

    /// <summary>The resources of this run as they are now.</summary>
    public RegisteredResources Resources { get; } = new();

    /// <summary>
    /// Cancelled when the user has stopped the operation. <see cref="Status"/> knows by then, so that whoever ends on
    /// this is not taken to be done.
    /// </summary>
    public CancellationToken Stopped => stopped.Token;

    /// <summary>What decisions are made from, over the state as it is now.</summary>
    public PlanningContext NewPlanningContext()
    {
        var state = Recorder.Build(Manifest.None);
        var olds = new OldStateIndex(state);
        return new PlanningContext(
            olds,
            new Registrations(olds),
            Providers,
            Events,
            Status,
            Targets,
            new UrnPatterns(Request.Options.Replace),
            state.PendingOperations
                .Where(operation => operation.Kind == OperationKind.Creating)
                .GroupBy(operation => operation.Resource.Urn)
                .ToDictionary(operations => operations.Key, operations => operations.Last().Resource.Inputs),
            Plan,
            Request.Options.IgnoreProtect,
            Request.DryRun,
            () => RandomBytes(32));
    }

    /// <summary>Fails the operation when the user named what does not exist; false then.</summary>
    public bool RequireTargets(Func<Urn, bool> exists)
    {
        var unknown = Targets.Literals.Where(target => !Urn.TryParse(target, out var urn) || !exists(urn)).ToList();
        foreach (var missing in unknown)
        {
            var noun = Targets.IsExclusive ? "The excluded URN" : "The target";
            Events.Error(ErrorIds.UnknownTarget, null, $"{noun} '{missing}' is neither in the state nor in the program; check its URN.");
            Status.Fail(stop: false);
        }

        return unknown.Count == 0;
    }

    /// <summary>Ends the operation in order: no new step begins, and providers are asked to hurry.</summary>
    public void Stop()
    {
        Status.Cancel();
        Events.Diagnostic(LogSeverity.Warning, null, "Stopping: what runs is finished and recorded, and nothing new begins. A second interruption gives up what runs; the next run finds out how that ended.", ephemeral: true);
        hurrying = Providers.CancelAsync(Request.Abort);
        stopped.Cancel();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await hurrying.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RpcException or OperationCanceledException)
        {
            // A provider that cannot be hurried ended its calls all the same.
        }

        await Providers.DisposeAsync().ConfigureAwait(false);
        await Endpoint.DisposeAsync().ConfigureAwait(false);
        Callbacks.Dispose();
        Status.Dispose();
        stopped.Dispose();
        slots.Dispose();
    }

    /// <summary>A version 4 UUID.</summary>
    private Guid NewId()
    {
        var bytes = RandomBytes(16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        random.GetBytes(bytes);
        return bytes;
    }
}
