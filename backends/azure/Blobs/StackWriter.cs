using Azure;
using Azure.Storage.Blobs.Models;
using Provisioning.Engine.Backends;

namespace Provisioning.Backends.Azure.Blobs;

/// <summary>
/// The right of this process to write one stack: its lock blob, the lease of its checkpoint, and the versions it saw last.
/// Every write asks for these versions, so that whoever has lost the stack changes nothing.
/// </summary>
/// <param name="stack">The stack.</param>
/// <param name="store">Where it is.</param>
/// <param name="lease">The lease, taken when there is a checkpoint.</param>
/// <param name="lockKey">The lock blob.</param>
/// <param name="released">Told at the end.</param>
internal sealed class StackWriter(StackReference stack, BlobStore store, BlobLease lease, string lockKey, Action<StackWriter> released) : IStackLock
{
    /// <summary>The stack.</summary>
    public StackReference Stack => stack;

    /// <inheritdoc/>
    public CancellationToken Lost => lease.Lost;

    /// <summary>The lease.</summary>
    public BlobLease Lease => lease;

    /// <summary>Whether the stack is lost to somebody else.</summary>
    public bool IsLost => lease.IsLost;

    /// <summary>The checkpoint blobs that exist, the leased one among them, with the versions they had last.</summary>
    public Dictionary<string, ETag> Checkpoints { get; } = new(StringComparer.Ordinal);

    /// <summary>The checkpoint in use; null when the stack does not exist.</summary>
    public string? Current { get; set; }

    /// <summary>The content of <see cref="Current"/> in the version of <see cref="Checkpoints"/>, as it is stored; null when it was not read yet.</summary>
    public byte[]? Content { get; set; }

    /// <summary>The journal as it was seen last; null when there is none.</summary>
    public JournalVersion? Journal
    {
        get;
        set
        {
            field = value;
            HasSeenJournal = true;
        }
    }

    /// <summary>Whether <see cref="Journal"/> says anything yet.</summary>
    public bool HasSeenJournal { get; private set; }

    /// <summary>What a write of the checkpoint in use must find.</summary>
    public BlobRequestConditions CurrentConditions => Current is { } key
        ? new BlobRequestConditions { IfMatch = Checkpoints[key], LeaseId = lease.Id }
        : new BlobRequestConditions { IfNoneMatch = ETag.All };

    /// <summary>Refuses to write a stack that is lost.</summary>
    /// <exception cref="BackendException">It is.</exception>
    public void ThrowIfLost()
    {
        if (IsLost)
        {
            throw new BackendException(
                $"This process is no longer the writer of '{stack}': its lease was broken, taken over, or could not be renewed for {BlobLease.Term.TotalSeconds} seconds. "
                + "Nothing more is written; run the command again, which begins with what the journal holds.");
        }
    }

    /// <summary>Refuses to write what only a stack with a checkpoint has.</summary>
    /// <exception cref="BackendException">The stack is lost, or its checkpoint appeared without our lease.</exception>
    public void ThrowIfNotLeased()
    {
        ThrowIfLost();
        if (!lease.IsTaken)
            throw new BackendException($"The stack '{stack}' was created or removed by somebody else at the same time; run the command again.");
    }

    /// <summary>
    /// Runs a write. When the service finds another version or lease than ours, the stack is lost, whatever the clock says.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<Task<T>> write)
    {
        ThrowIfLost();
        try
        {
            return await write().ConfigureAwait(false);
        }
        catch (RequestFailedException exception) when (BlobFailure.IsConflict(exception) && lease.IsTaken)
        {
            lease.Lose();
            ThrowIfLost();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // The lease first: whoever comes between finds a lock without a lease, and may clear it away.
        await lease.DisposeAsync().ConfigureAwait(false);
        try
        {
            await store.DeleteAsync(lockKey, null, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (BlobFailure.IsOne(exception, CancellationToken.None))
        {
            // Without its lease the lock holds up nobody but Pulumi's CLI.
        }

        released(this);
    }
}
