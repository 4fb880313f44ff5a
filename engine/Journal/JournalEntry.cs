using Provisioning.Engine.State;

namespace Provisioning.Engine.Journal;

/// <summary>What one record of a journal says.</summary>
internal abstract record JournalEntry
{
    private JournalEntry()
    {
    }

    /// <summary>A provider is about to be called.</summary>
    /// <param name="Number">The number of the entry.</param>
    /// <param name="Operation">What it is called for.</param>
    public sealed record Begin(long Number, PendingOperation Operation) : JournalEntry;

    /// <summary>An operation has ended, or the state changed without one.</summary>
    /// <param name="Operation">The number of the begin entry; null without one.</param>
    /// <param name="Change">What changed. Of the resource before, and of one that is unchanged, only what identifies it is kept.</param>
    public sealed record End(long? Operation, StateChange Change) : JournalEntry;

    /// <summary>The final state is about to be written to the checkpoint.</summary>
    /// <param name="CheckpointDigest">The digest of the checkpoint to come.</param>
    public sealed record Commit(string CheckpointDigest) : JournalEntry;
}
