using Provisioning.Engine.Backends;
using Provisioning.Engine.Secrets;
using Provisioning.Engine.State;
using Provisioning.Engine.State.Json;

namespace Provisioning.Engine.Journal;

/// <summary>Finds out what an interrupted operation had done, and puts an end to it.</summary>
/// <param name="storage">Where its journal is.</param>
/// <param name="stack">The stack.</param>
internal sealed class JournalRecovery(IJournalStorage storage, StackReference stack)
{
    /// <summary>Applies the journal, if there is one, to the state of the checkpoint.</summary>
    /// <param name="digest">The digest of the checkpoint.</param>
    /// <param name="base">Its state.</param>
    /// <param name="manifest">The manifest of the new state.</param>
    /// <param name="vault">The secrets of the stack.</param>
    /// <param name="secrets">What the journal's secrets were encrypted with.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The state; null when the checkpoint is all there is.</returns>
    /// <exception cref="StateException">The journal is damaged, or belongs to another state.</exception>
    public async Task<Snapshot?> ReplayAsync(
        string digest, Snapshot @base, Manifest manifest, SecretVault vault, ISecretsManager? secrets, CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken).ConfigureAwait(false) is not { } journal)
            return null;

        if (journal.Header.Stack != stack.FullName)
            throw new StateException(StateErrorCode.WrongStack, $"The journal '{storage.Location}' is of the stack '{journal.Header.Stack}': move it back there, or, when 'stack rename' was interrupted, run that again for that stack.");

        if (digest == journal.CommittedDigest)
            return null;
        if (digest != journal.Header.BaseDigest)
        {
            throw new StateException(
                StateErrorCode.JournalDiverged,
                $"An operation on '{stack}' was interrupted, and its state has been changed by another tool since, so the journal '{storage.Location}' cannot be applied. Move it away and run 'refresh'; resources that only the journal names must be imported.");
        }

        return await journal.ReplayAsync(@base, manifest, vault, secrets, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Announces in the journal the checkpoint that is to hold what it says, so that a crash between writing the one and
    /// removing the other is told from a change by another tool. The caller holds the stack's lock.
    /// </summary>
    /// <param name="digest">The digest of the checkpoint.</param>
    /// <param name="cancellationToken">Stops before writing.</param>
    public async Task AnnounceAsync(string digest, CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken).ConfigureAwait(false) is not { } journal)
            return;

        var line = new JournalLine(journal.LastFlush + 1, 0, JournalRecordWriter.Write(new JournalEntry.Commit(digest)));
        await storage.ContinueAsync(journal.Length, cancellationToken).ConfigureAwait(false);
        await storage.AppendAsync(line.ToUtf8(), cancellationToken).ConfigureAwait(false);
    }

    private async Task<JournalContent?> ReadAsync(CancellationToken cancellationToken) =>
        await storage.ReadAsync(cancellationToken).ConfigureAwait(false) is { } content ? JournalReader.Parse(content, storage.Location) : null;
}
