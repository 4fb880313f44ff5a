using Provisioning.Engine.Journal;
using Provisioning.Engine.Secrets;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Backends;

/// <summary>The state of one stack: its checkpoint, and over it the journal of an operation that was interrupted.</summary>
/// <param name="backend">Where they are.</param>
/// <param name="stack">The stack.</param>
/// <param name="managers">Finds what a state's secrets were encrypted with.</param>
/// <param name="secrets">What the settings say to encrypt secrets with.</param>
/// <param name="time">The clock.</param>
internal sealed class StateStore(IStateBackend backend, StackReference stack, SecretsManagers managers, ISecretsManager secrets, TimeProvider time)
{
    /// <summary>The checkpoint.</summary>
    /// <exception cref="StackNotFoundException">The stack does not exist.</exception>
    public async Task<byte[]> ReadCheckpointAsync(CancellationToken cancellationToken) =>
        await backend.ReadCheckpointAsync(stack, cancellationToken).ConfigureAwait(false) ?? throw new StackNotFoundException(stack, backend.Url);

    /// <summary>Whether an operation runs, or was interrupted.</summary>
    public async Task<bool> IsInterruptedAsync(CancellationToken cancellationToken)
    {
        var journal = backend.JournalOf(stack);
        await using (journal.ConfigureAwait(false))
            return await journal.ExistsAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the state. What an interrupted operation had done is applied in memory only.</summary>
    /// <param name="verifyIntegrity">Whether it must keep the rules.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<StackState> LoadAsync(bool verifyIntegrity, CancellationToken cancellationToken)
    {
        var checkpoint = await ReadCheckpointAsync(cancellationToken).ConfigureAwait(false);

        // What is wanted of the file, which is large, is taken from it first, so that it is not kept while the journal is replayed.
        var digest = JournalHeader.DigestOf(checkpoint);
        var document = StateDocument.ParseCheckpoint(checkpoint, $"The state of '{stack}'");
        var hasRightMagic = document.HasRightMagic;
        var (reader, writer) = await SecretsOfAsync(document, cancellationToken).ConfigureAwait(false);
        var serializer = new CheckpointSerializer(writer, verifyIntegrity);
        var snapshot = await serializer.ReadAsync(document, reader, cancellationToken).ConfigureAwait(false);
        var journal = backend.JournalOf(stack);
        await using (journal.ConfigureAwait(false))
        {
            var recovered = await new JournalRecovery(journal, stack)
                .ReplayAsync(digest, snapshot, new Manifest(time.GetLocalNow(), Manifest.CompatibleVersion), serializer.Vault, writer, cancellationToken).ConfigureAwait(false);
            return new StackState(recovered ?? snapshot, serializer, recovered is not null) { BaseDigest = digest, HasRightMagic = hasRightMagic };
        }
    }

    /// <summary>Takes the lock and reads the state. What an interrupted operation had done is stored first.</summary>
    /// <param name="verifyIntegrity">Whether it must keep the rules.</param>
    /// <param name="cancellationToken">Stops before the end; the lock is given back.</param>
    public async Task<StackSession> BeginAsync(bool verifyIntegrity, CancellationToken cancellationToken)
    {
        var held = await backend.LockAsync(stack, cancellationToken).ConfigureAwait(false);
        try
        {
            DurabilityPoints.Reached(DurabilityPoints.LockTaken);
            var state = await LoadAsync(verifyIntegrity, cancellationToken).ConfigureAwait(false);
            if (state.WasInterrupted)
                state = state with { BaseDigest = await RecoverAsync(state, cancellationToken).ConfigureAwait(false) };

            await ForgetJournalAsync(cancellationToken).ConfigureAwait(false);
            return new StackSession(backend, stack, state, held);
        }
        catch
        {
            await held.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Removes a journal whose operation is in the checkpoint, or is not to be. The caller holds the lock.</summary>
    public async Task ForgetJournalAsync(CancellationToken cancellationToken)
    {
        var journal = backend.JournalOf(stack);
        await using (journal.ConfigureAwait(false))
            await journal.RemoveAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// What the secrets of a state were written with, if it says, and what they are to be written with: settings that
    /// name no key yet leave it to the state.
    /// </summary>
    public async Task<(ISecretsManager? Reader, ISecretsManager Writer)> SecretsOfAsync(StateDocument document, CancellationToken cancellationToken)
    {
        if (document.SecretsProvider is not { } provider)
            return (null, secrets);

        var reader = await managers.ForStateAsync(provider, secrets, cancellationToken).ConfigureAwait(false);
        return (reader, secrets.StateJson.Length == 0 ? reader : secrets);
    }

    /// <summary>Stores what an interrupted operation had done; its journal stays. Returns the digest of the new checkpoint.</summary>
    private async Task<string> RecoverAsync(StackState state, CancellationToken cancellationToken)
    {
        var checkpoint = await state.Serializer.WriteCheckpointAsync(stack, state.Snapshot, cancellationToken).ConfigureAwait(false);
        var digest = JournalHeader.DigestOf(checkpoint.Span);
        var journal = backend.JournalOf(stack);
        await using (journal.ConfigureAwait(false))
            await new JournalRecovery(journal, stack).AnnounceAsync(digest, cancellationToken).ConfigureAwait(false);

        DurabilityPoints.Reached(DurabilityPoints.RecoveryAnnounced);
        await backend.WriteCheckpointAsync(stack, checkpoint, cancellationToken).ConfigureAwait(false);
        DurabilityPoints.Reached(DurabilityPoints.RecoveryWritten);
        return digest;
    }
}
