using Provisioning.Engine.Execution;
using Provisioning.Engine.Journal;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Tests.Harness;

/// <summary>Keeps entries in memory, and can replay them as another process would after a crash.</summary>
internal sealed class InMemoryJournal : IJournal
{
    private readonly Lock gate = new();
    private readonly List<Action<SnapshotBuilder>> entries = [];
    private readonly List<string> log = [];
    private readonly List<StateChange> changes = [];
    private long next;

    /// <summary>What was recorded, such as <c>begin creating a</c>, <c>end a</c>.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (gate)
                return [.. log];
        }
    }

    /// <summary>The changes that were recorded, in order.</summary>
    public IReadOnlyList<StateChange> Changes
    {
        get
        {
            lock (gate)
                return [.. changes];
        }
    }

    /// <summary>The final state; null until the operation has ended.</summary>
    public Snapshot? Completed { get; private set; }

    /// <summary>Runs before each entry is written.</summary>
    public Action? OnEntry { get; set; }

    /// <summary>Runs before each begin entry is written.</summary>
    public Action<PendingOperation>? OnBegin { get; set; }

    public ValueTask<long> BeginAsync(PendingOperation operation, CancellationToken cancellationToken)
    {
        OnBegin?.Invoke(operation);
        lock (gate)
        {
            OnEntry?.Invoke();
            var entry = ++next;
            log.Add($"begin {operation.Kind.ToString().ToLowerInvariant()} {operation.Resource.Urn.Name}");
            entries.Add(builder => builder.Begin(entry, operation));
            return ValueTask.FromResult(entry);
        }
    }

    public ValueTask EndAsync(long? begin, StateChange change, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            OnEntry?.Invoke();
            changes.Add(change);
            log.Add($"end {(change.After ?? change.Before)?.Urn.Name ?? "without change"}");
            entries.Add(builder => builder.End(begin, change.IsUnchanged ? change with { After = change.Before is { } kept ? builder.Find(kept) : null } : change));
            return ValueTask.CompletedTask;
        }
    }

    public ValueTask CompleteAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        Completed = snapshot;
        return ValueTask.CompletedTask;
    }

    /// <summary>How many entries were written.</summary>
    public int Count => entries.Count;

    /// <summary>The state that a replay of the first entries over the state before gives.</summary>
    public Snapshot Replay(Snapshot @base, int count)
    {
        var builder = new SnapshotBuilder(@base);
        foreach (var entry in entries.Take(count))
            entry(builder);
        return builder.Build(Manifest.None);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
