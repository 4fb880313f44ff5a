using System.Collections.Immutable;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Journal;

namespace Provisioning.Engine.Tests.Fuzzing;

/// <summary>Keeps the checkpoint and the journal of one stack, and can go back to what they were at a moment.</summary>
internal sealed class MemoryBackend : IStateBackend, IJournalStorage
{
    private readonly Lock gate = new();

    public byte[]? Checkpoint { get; private set; }

    public byte[]? Journal { get; private set; }

    /// <summary>Runs before and after each write, with what is about to be appended to the journal.</summary>
    public Action<ReadOnlyMemory<byte>>? OnMoment { get; set; }

    public string Url => "memory://test";

    public string Location => "memory://test/journal";

    public void Restore(byte[]? checkpoint, byte[]? journal) => (Checkpoint, Journal) = (checkpoint, journal);

    public Task<bool> ExistsAsync(StackReference stack, CancellationToken cancellationToken) => Task.FromResult(Checkpoint is not null);

    public Task<byte[]?> ReadCheckpointAsync(StackReference stack, CancellationToken cancellationToken) => Task.FromResult(Checkpoint);

    public Task WriteCheckpointAsync(StackReference stack, ReadOnlyMemory<byte> checkpoint, CancellationToken cancellationToken) =>
        WriteAsync(() => Checkpoint = checkpoint.ToArray());

    public Task<IStackLock> LockAsync(StackReference stack, CancellationToken cancellationToken) => Task.FromResult<IStackLock>(new FreeLock());

    public IJournalStorage JournalOf(StackReference stack) => this;

    public Task<bool> ExistsAsync(CancellationToken cancellationToken) => Task.FromResult(Journal is not null);

    public Task<byte[]?> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Journal);

    public Task AppendAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        WriteAsync(() => Journal = [.. Journal ?? [], .. content.Span], content);

    public Task ContinueAsync(int length, CancellationToken cancellationToken) => WriteAsync(() => Journal = Journal?[..length]);

    public Task RemoveAsync(CancellationToken cancellationToken) => WriteAsync(() => Journal = null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<ImmutableArray<StackSummary>> ListStacksAsync(string? project, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RemoveStackAsync(StackReference stack, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task MoveStackAsync(StackReference from, StackReference to, ReadOnlyMemory<byte> checkpoint, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int> RemoveLocksAsync(StackReference stack, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task AppendHistoryAsync(StackReference stack, UpdateInfo update, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ImmutableArray<UpdateInfo>> ReadHistoryAsync(StackReference stack, CancellationToken cancellationToken) => throw new NotSupportedException();

    private Task WriteAsync(Action write, ReadOnlyMemory<byte> appended = default)
    {
        lock (gate)
        {
            OnMoment?.Invoke(appended);
            write();
            OnMoment?.Invoke(default);
        }

        return Task.CompletedTask;
    }

    private sealed class FreeLock : IStackLock
    {
        public CancellationToken Lost => CancellationToken.None;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
