using Provisioning.Engine.Backends;
using Provisioning.Engine.Secrets;
using Provisioning.Engine.State;
using Provisioning.Engine.State.Json;

namespace Provisioning.Engine.Journal;

/// <summary>Finds out what an interrupted operation had done.</summary>
/// <param name="path">The file of its journal.</param>
/// <param name="stack">The stack.</param>
internal sealed class JournalRecovery(string path, StackReference stack)
{
    /// <summary>Applies the journal, if there is one, to the state of the checkpoint.</summary>
    /// <returns>The state; null when the checkpoint is all there is.</returns>
    /// <exception cref="StateException">The journal is damaged, or belongs to another state.</exception>
    public async Task<Snapshot?> ReplayAsync(
        byte[] checkpoint, Snapshot @base, Manifest manifest, SecretVault vault, ISecretsManager? secrets, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) || await JournalReader.ReadAsync(path, cancellationToken).ConfigureAwait(false) is not { } journal)
            return null;

        if (journal.Header.Stack != stack.FullName)
            throw new StateException(StateErrorCode.WrongStack, $"The journal '{path}' is of the stack '{journal.Header.Stack}'; move it back there.");

        var digest = JournalHeader.DigestOf(checkpoint);
        if (digest == journal.CommittedDigest)
            return null;
        if (digest != journal.Header.BaseDigest)
        {
            throw new StateException(
                StateErrorCode.JournalDiverged,
                $"An operation on '{stack}' was interrupted, and its state has been changed by another tool since, so the journal '{path}' cannot be applied. Move that file away and run 'refresh'; resources that only the journal names must be imported.");
        }

        return await journal.ReplayAsync(@base, manifest, vault, secrets, cancellationToken).ConfigureAwait(false);
    }
}
