using System.Collections.Immutable;
using Provisioning.Engine.Journal;

namespace Provisioning.Engine.Backends;

/// <summary>
/// Where the states of stacks are kept, in Pulumi's layout. It moves bytes and guards writers; what the bytes mean
/// is <see cref="State"/>'s business. Failures are <see cref="BackendException"/>.
/// </summary>
public interface IStateBackend
{
    /// <summary>The URL as a user would write it: <c>file://…</c>.</summary>
    string Url { get; }

    /// <summary>All stacks of a project, or of all projects when null, in ordinal order of their full names.</summary>
    Task<ImmutableArray<StackSummary>> ListStacksAsync(string? project, CancellationToken cancellationToken);

    /// <summary>Whether a stack exists, which is told without reading it.</summary>
    Task<bool> ExistsAsync(StackReference stack, CancellationToken cancellationToken);

    /// <summary>The checkpoint file of a stack, decompressed; null when the stack does not exist.</summary>
    Task<byte[]?> ReadCheckpointAsync(StackReference stack, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the checkpoint file of a stack, or creates the stack: durable and atomic, the file before being kept
    /// as <c>.bak</c>. The memory is the caller's again on return.
    /// </summary>
    Task WriteCheckpointAsync(StackReference stack, ReadOnlyMemory<byte> checkpoint, CancellationToken cancellationToken);

    /// <summary>Removes a stack with its history; the <c>.bak</c> file stays.</summary>
    Task RemoveStackAsync(StackReference stack, CancellationToken cancellationToken);

    /// <summary>
    /// Gives a stack another name, under the locks of both: writes the checkpoint under the new name as
    /// <see cref="WriteCheckpointAsync"/> does, moves the history, and then removes the old checkpoint as
    /// <see cref="RemoveStackAsync"/> does. Interrupted, the old checkpoint is there until all else is moved; calling it
    /// again ends it.
    /// </summary>
    Task MoveStackAsync(StackReference from, StackReference to, ReadOnlyMemory<byte> checkpoint, CancellationToken cancellationToken);

    /// <summary>Becomes the one writer of a stack until the lock is disposed.</summary>
    /// <exception cref="StackLockedException">Another process holds the lock.</exception>
    Task<IStackLock> LockAsync(StackReference stack, CancellationToken cancellationToken);

    /// <summary>Removes all locks of a stack (<c>cancel</c>); returns how many there were.</summary>
    Task<int> RemoveLocksAsync(StackReference stack, CancellationToken cancellationToken);

    /// <summary>Appends an entry to the history, with a copy of the checkpoint as it is now.</summary>
    Task AppendHistoryAsync(StackReference stack, UpdateInfo update, CancellationToken cancellationToken);

    /// <summary>The history, newest first.</summary>
    Task<ImmutableArray<UpdateInfo>> ReadHistoryAsync(StackReference stack, CancellationToken cancellationToken);

    /// <summary>The journal of a running or interrupted operation on a stack, beside the checkpoint.</summary>
    IJournalStorage JournalOf(StackReference stack);
}
