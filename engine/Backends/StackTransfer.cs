using Provisioning.Engine.State;

namespace Provisioning.Engine.Backends;

/// <summary>Takes the state of a stack out of its backend and puts one in, in the form of Pulumi's exports.</summary>
/// <param name="stack">The stack.</param>
/// <param name="backend">Where its state is.</param>
/// <param name="states">Its state.</param>
/// <param name="verifyIntegrity">Whether what is put in must keep the rules of a state.</param>
internal sealed class StackTransfer(StackReference stack, IStateBackend backend, StateStore states, bool verifyIntegrity)
{
    /// <summary>The state as an export.</summary>
    /// <param name="showSecrets">Secrets in plain instead of encrypted.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<byte[]> ExportAsync(bool showSecrets, CancellationToken cancellationToken)
    {
        var state = showSecrets || await states.IsInterruptedAsync(cancellationToken).ConfigureAwait(false)
            ? await states.LoadAsync(verifyIntegrity, cancellationToken).ConfigureAwait(false)
            : null;
        if (showSecrets && state is not null)
            return state.Serializer.WritePlaintextExport(state.Snapshot);

        ReadOnlyMemory<byte> checkpoint = state is { WasInterrupted: true }
            ? await state.Serializer.WriteCheckpointAsync(stack, state.Snapshot, cancellationToken).ConfigureAwait(false)
            : await states.ReadCheckpointAsync(cancellationToken).ConfigureAwait(false);
        return StateDocument.ParseCheckpoint(checkpoint, $"The state of '{stack}'").ToExport();
    }

    /// <summary>
    /// Replaces the state by an export. Pending operations of the export are dropped, as Pulumi does: whoever imports
    /// has settled them.
    /// </summary>
    /// <param name="export">The export's content.</param>
    /// <param name="source">What messages call it.</param>
    /// <param name="takeStrangers">Also take what belongs to another stack.</param>
    /// <param name="cancellationToken">Stops before writing.</param>
    /// <returns>The operations that were dropped.</returns>
    public async Task<IReadOnlyList<PendingOperation>> ImportAsync(ReadOnlyMemory<byte> export, string source, bool takeStrangers, CancellationToken cancellationToken)
    {
        // The state is not read: importing is also how a damaged one is replaced.
        var held = await backend.LockAsync(stack, cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            await states.ReadCheckpointAsync(cancellationToken).ConfigureAwait(false);
            var document = StateDocument.ParseExport(export, source);
            var (reader, writer) = await states.SecretsOfAsync(document, cancellationToken).ConfigureAwait(false);
            var serializer = new CheckpointSerializer(writer, verifyIntegrity);
            var snapshot = await serializer.ReadAsync(document, reader, cancellationToken).ConfigureAwait(false);
            if (!takeStrangers && snapshot.Resources.FirstOrDefault(resource => resource.Urn.Stack != stack.Stack || resource.Urn.Project != stack.Project) is { } stranger)
                throw new StateException(StateErrorCode.WrongStack, $"{source} holds '{stranger.Urn}', which does not belong to the stack '{stack}'; import it there, or use --force.");

            ReadOnlyMemory<byte> checkpoint = document.IsEmpty ? StateDocument.NewStack(stack.FullName)
                : document.IsStorable && (reader is null || ReferenceEquals(reader, writer)) ? document.ToCheckpoint(stack.FullName)
                : await serializer.WriteCheckpointAsync(stack, snapshot with { PendingOperations = [] }, cancellationToken).ConfigureAwait(false);
            await backend.WriteCheckpointAsync(stack, checkpoint, cancellationToken).ConfigureAwait(false);
            await states.ForgetJournalAsync(cancellationToken).ConfigureAwait(false);
            return snapshot.PendingOperations;
        }
    }
}
