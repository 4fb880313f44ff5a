using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Provisioning.Engine.Journal;

/// <summary>
/// The moments between which a process may die with different outcomes. Each is announced by its name to whoever listens
/// to the <see cref="DiagnosticListener"/> <see cref="ListenerName"/>: the crash tests, which kill the process there, and
/// tools that measure. Without a listener it costs a comparison.
/// </summary>
/// <remarks>docs/journal-format.md says what the next run does after each of them.</remarks>
public static class DurabilityPoints
{
    /// <summary>The name of the listener.</summary>
    public const string ListenerName = "Provisioning.Durability";

    /// <summary>The lock is ours; nothing has been read under it.</summary>
    public const string LockTaken = "lock.taken";

    /// <summary>Records are in the journal's file, not yet flushed to the disk.</summary>
    public const string JournalWritten = "journal.written";

    /// <summary>The beginning of a step is in the journal; its provider has not been called.</summary>
    public const string StepBegun = "step.begun";

    /// <summary>A provider has answered; its answer is in memory alone.</summary>
    public const string StepAnswered = "step.answered";

    /// <summary>The end of a step is in the journal; nothing that depends on it has begun.</summary>
    public const string StepEnded = "step.ended";

    /// <summary>The digest of the new checkpoint is in the journal; the checkpoint is the old one.</summary>
    public const string CheckpointAnnounced = "checkpoint.announced";

    /// <summary>The new checkpoint is in a temporary file.</summary>
    public const string CheckpointPrepared = "checkpoint.prepared";

    /// <summary>The new checkpoint is in place; the journal is still there.</summary>
    public const string CheckpointWritten = "checkpoint.written";

    /// <summary>The history has the operation; the journal is still there.</summary>
    public const string HistoryWritten = "history.written";

    /// <summary>The journal is gone; the lock is still ours.</summary>
    public const string JournalRemoved = "journal.removed";

    /// <summary>An interrupted operation's checkpoint has been announced in its journal, by the next command.</summary>
    public const string RecoveryAnnounced = "recovery.announced";

    /// <summary>What an interrupted operation had done is in the checkpoint; its journal is still there.</summary>
    public const string RecoveryWritten = "recovery.written";

    /// <summary>A new name of a stack is marked as one that the stack is to get; the stack is as it was.</summary>
    public const string RenameMarked = "rename.marked";

    /// <summary>The stack is under both names, its history under the new one.</summary>
    public const string RenameWritten = "rename.written";

    /// <summary>The stack is under its new name alone; its settings are under both.</summary>
    public const string RenameMoved = "rename.moved";

    /// <summary>Everything is under the new name, which is still marked.</summary>
    public const string RenameFollowed = "rename.followed";

    private static readonly DiagnosticListener Listener = new(ListenerName);

    /// <summary>All points, in the order in which an operation passes them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        LockTaken, RecoveryAnnounced, RecoveryWritten, StepBegun, JournalWritten, StepAnswered, StepEnded,
        CheckpointAnnounced, CheckpointPrepared, CheckpointWritten, HistoryWritten, JournalRemoved,
    ];

    /// <summary>Announces that a point has been reached.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Points carry no object whose properties a listener could look for.")]
    public static void Reached(string point)
    {
        if (Listener.IsEnabled(point))
            Listener.Write(point, null);
    }
}
