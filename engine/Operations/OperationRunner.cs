using System.Security.Cryptography;
using Provisioning.Engine.Events;
using Provisioning.Engine.Plans;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;

namespace Provisioning.Engine.Operations;

/// <summary>The engine's entry point: runs operations over stacks. Thread-safe.</summary>
public sealed class OperationRunner
{
    private readonly TimeProvider time;
    private readonly RandomNumberGenerator random;

    /// <summary>Creates an engine.</summary>
    /// <param name="time">The clock of events and timestamps.</param>
    /// <param name="random">Where provider ids and the seeds of automatic names come from.</param>
    public OperationRunner(TimeProvider time, RandomNumberGenerator random)
    {
        this.time = time;
        this.random = random;
    }

    /// <summary>
    /// Runs an operation to its end. Its failures are events and a result, not exceptions.
    /// </summary>
    /// <param name="request">What to do.</param>
    /// <param name="cancellationToken">
    /// Ends the operation in order: no new step begins, providers are asked to hurry, and what runs is finished and
    /// recorded.
    /// </param>
    public async Task<OperationOutcome> RunAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        await using var events = new EventPublisher(request.Events, time);
        await using var session = new OperationSession(request, events, time, random);
        events.Prelude(request.Config, request.ConfigSecretKeys);
        foreach (var resource in request.Base.Resources)
            events.Secrets.Learn(resource);

        await using (cancellationToken.UnsafeRegister(_ => session.Stop(), null))
        await using (request.Abort.UnsafeRegister(_ => session.Status.Cancel(), null))
            await RunPhasesAsync(session).ConfigureAwait(false);

        // What was given up may end before the registration above has been called.
        if (request.Abort.IsCancellationRequested)
            session.Status.Cancel();

        var snapshot = session.Recorder.Build(new Manifest(time.GetLocalNow(), Manifest.CompatibleVersion));
        await CompleteAsync(session, snapshot).ConfigureAwait(false);
        var outcome = new OperationOutcome(session.Status.Result, snapshot, session.Changes.Counts)
        {
            Planned = (session.Plan as PlanDraft)?.Finish(snapshot),
        };
        events.End(time.GetElapsedTime(started), outcome.Changes, outcome.Result, session.Status.MaybeCorrupt, request.DryRun);
        return outcome;
    }

    private static async Task RunPhasesAsync(OperationSession session)
    {
        try
        {
            await RunPhaseAsync(session).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (session.Request.Abort.IsCancellationRequested)
        {
            session.Status.Cancel();
        }
        catch (OperationCanceledException) when (session.Status.Stopping.IsCancellationRequested)
        {
            // Whoever stopped the operation has said why.
        }
        catch (RpcException exception)
        {
            Fail(session, exception.Message);
        }
        catch (Exception exception)
        {
            // The last resort: whatever went wrong, the state so far must still be stored.
            Fail(session, $"The operation failed unexpectedly: {exception.Message}");
        }
    }

    private static async Task RunPhaseAsync(OperationSession session)
    {
        var kind = session.Request.Kind;
        await new InterruptedOperations(session).SettleAsync().ConfigureAwait(false);
        if (kind == Operation.Refresh || session.Request.Options.Refresh)
            await new RefreshOperation(session).RunAsync().ConfigureAwait(false);
        if (kind == Operation.Refresh || session.Status.Stopping.IsCancellationRequested)
            return;

        await (kind switch
        {
            Operation.Update => new UpdateOperation(session).RunAsync(),
            Operation.Destroy => new DestroyOperation(session).RunAsync(),
            Operation.Import => new ImportOperation(session).RunAsync(),
            _ => throw new ArgumentOutOfRangeException(nameof(session), kind, "Unknown operation."),
        }).ConfigureAwait(false);
    }

    private static void Fail(OperationSession session, string message)
    {
        session.Events.Error(ErrorIds.OperationFailed, null, message);
        session.Status.Fail(stop: true);
    }

    private static async Task CompleteAsync(OperationSession session, Snapshot snapshot)
    {
        if (session.Request.DryRun)
            return;
        try
        {
            await session.Request.Journal.CompleteAsync(snapshot, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or Backends.BackendException)
        {
            Fail(session, $"The state could not be written: {exception.Message}");
        }
    }
}
