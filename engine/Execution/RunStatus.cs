using System.Collections.Concurrent;
using Provisioning.Engine.Events;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Execution;

/// <summary>
/// What has gone wrong so far in an operation, and whether new steps may still begin. Thread-safe.
/// </summary>
/// <param name="continueOnError">Whether a failure leaves everything going that does not depend on it.</param>
internal sealed class RunStatus(bool continueOnError) : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<Urn, bool> failed = new();
    private volatile bool hasFailed;
    private volatile bool isCanceled;
    private volatile bool maybeCorrupt;

    /// <summary>Cancelled when no new step may begin; running ones go on.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>Whether a failure leaves everything going that does not depend on it.</summary>
    public bool ContinueOnError => continueOnError;

    /// <summary>Whether anything failed.</summary>
    public bool HasFailed => hasFailed;

    /// <summary>Whether a provider could not tell in which state it left a resource.</summary>
    public bool MaybeCorrupt => maybeCorrupt;

    /// <summary>How the operation ends, as far as it is known now.</summary>
    public OperationResult Result =>
        isCanceled ? OperationResult.Canceled : hasFailed ? OperationResult.Failed : OperationResult.Succeeded;

    /// <summary>Whether a resource failed or was skipped.</summary>
    public bool IsFailed(Urn urn) => failed.ContainsKey(urn);

    /// <summary>Notes that a resource failed; without <see cref="ContinueOnError"/> everything stops.</summary>
    public void Fail(Urn urn, bool stateUnknown = false)
    {
        failed.TryAdd(urn, true);
        maybeCorrupt |= stateUnknown;
        Fail(stop: !continueOnError);
    }

    /// <summary>Notes that a resource is left out because something it depends on failed.</summary>
    public void Skip(Urn urn) => failed.TryAdd(urn, true);

    /// <summary>Notes a failure that is not one resource's.</summary>
    public void Fail(bool stop)
    {
        hasFailed = true;
        if (stop)
            stopping.Cancel();
    }

    /// <summary>Notes that the user stopped the operation.</summary>
    public void Cancel()
    {
        isCanceled = true;
        stopping.Cancel();
    }

    /// <inheritdoc/>
    public void Dispose() => stopping.Dispose();
}
