using Provisioning.Engine.Journal;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Backends;

/// <summary>The state of a stack as it was loaded.</summary>
/// <param name="Snapshot">The resources; what an interrupted operation had done is applied.</param>
/// <param name="Serializer">Writes the stack's states, with the ciphertexts of this one.</param>
/// <param name="WasInterrupted">Whether the last operation was interrupted, so that the checkpoint is behind the snapshot.</param>
public sealed record StackState(Snapshot Snapshot, CheckpointSerializer Serializer, bool WasInterrupted)
{
    /// <summary>Whether the manifest's magic belongs to its version; false only where a state is read without verifying it.</summary>
    public bool HasRightMagic { get; init; } = true;

    /// <summary>The digest of the checkpoint it was loaded from, see <see cref="JournalHeader.DigestOf"/>.</summary>
    internal string BaseDigest { get; init; } = "";
}
