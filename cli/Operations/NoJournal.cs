using Provisioning.Engine.Journal;
using Provisioning.Engine.State;

namespace Provisioning.Cli.Operations;

/// <summary>The journal of a preview, which changes nothing that would have to be remembered.</summary>
internal sealed class NoJournal : IJournal
{
    /// <summary>The journal.</summary>
    public static NoJournal Instance { get; } = new();

    /// <inheritdoc/>
    public ValueTask<long> BeginAsync(PendingOperation operation, CancellationToken cancellationToken) => throw Written();

    /// <inheritdoc/>
    public ValueTask EndAsync(long? begin, StateChange change, CancellationToken cancellationToken) => throw Written();

    /// <inheritdoc/>
    public ValueTask CompleteAsync(Snapshot snapshot, CancellationToken cancellationToken) => throw Written();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static InvalidOperationException Written() => new("A preview tried to change the state.");
}
