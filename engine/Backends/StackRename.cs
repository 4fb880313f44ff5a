using Provisioning.Engine.Journal;
using Provisioning.Engine.State;
using Provisioning.Engine.State.Editing;

namespace Provisioning.Engine.Backends;

/// <summary>
/// Gives a stack another name: state, history, settings, and whatever else follows. Whenever it is interrupted, the stack
/// is whole under one of both names, and running it again ends it.
/// </summary>
/// <remarks>
/// First comes a mark, which is a journal of the new stack whose header names the old one: with it nobody takes an
/// unfinished new stack for one of its own, and a rename that runs again knows the new stack for its own work. Until the
/// backend has moved the stack, the old one counts; afterwards only the new one is there. The mark goes last.
/// </remarks>
/// <param name="store">The stack to rename, which need not exist when a rename of it was interrupted.</param>
/// <param name="to">Its new name.</param>
internal sealed class StackRename(StackStore store, StackReference to)
{
    private readonly IStateBackend backend = store.Backend;
    private readonly StackReference from = store.Stack;

    /// <summary>Renames the stack.</summary>
    /// <param name="follow">Has the selection follow.</param>
    /// <param name="cancellationToken">Stops as an interruption does.</param>
    public async Task RunAsync(Func<CancellationToken, Task> follow, CancellationToken cancellationToken)
    {
        RefuseName();
        var held = await backend.LockAsync(to, cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            var isContinued = await IsMarkedAsync(cancellationToken).ConfigureAwait(false);
            if (!isContinued)
                await RefuseTakenAsync(cancellationToken).ConfigureAwait(false);
            if (!isContinued || await store.ExistsAsync(cancellationToken).ConfigureAwait(false))
                await MoveAsync(held.Lost, cancellationToken).ConfigureAwait(false);

            File.Delete(SettingsPath(from));
            await follow(cancellationToken).ConfigureAwait(false);
            DurabilityPoints.Reached(DurabilityPoints.RenameFollowed);
            await UnmarkAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task MoveAsync(CancellationToken lost, CancellationToken cancellationToken)
    {
        var session = await store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lost, session.Lost);
            ReadOnlyMemory<byte> checkpoint = session.Base.Manifest == Manifest.None
                ? StateDocument.NewStack(to.FullName)
                : await session.SerializeAsync(to, StackRenaming.Rename(session.Base, to.Stack), stop.Token).ConfigureAwait(false);
            await MarkAsync(stop.Token).ConfigureAwait(false);
            DurabilityPoints.Reached(DurabilityPoints.RenameMarked);
            await CopySettingsAsync(stop.Token).ConfigureAwait(false);
            await backend.MoveStackAsync(from, to, checkpoint, stop.Token).ConfigureAwait(false);
            DurabilityPoints.Reached(DurabilityPoints.RenameMoved);
        }
    }

    private void RefuseName()
    {
        if (to.Project != from.Project)
        {
            throw new StateEditException(
                StateEditRefusal.UnusableStackName,
                $"The stack '{from}' stays in the project '{from.Project}', whose name Pulumi.yaml gives; name the stack alone, such as '{to.Stack}'.");
        }

        to.Validate();
        if (to == from)
            throw new StateEditException(StateEditRefusal.UnusableStackName, $"The stack '{from.Stack}' has that name; choose another one.");
    }

    private async Task RefuseTakenAsync(CancellationToken cancellationToken)
    {
        if (await backend.ExistsAsync(to, cancellationToken).ConfigureAwait(false))
            throw new StateEditException(StateEditRefusal.StackExists, $"There is a stack '{to.Stack}' already; choose another name, or remove that one with 'stack rm {to.Stack}'.");
        if (File.Exists(SettingsPath(to)))
            throw new StateEditException(StateEditRefusal.StackExists, $"'{SettingsPath(to)}' exists already, with the settings of a stack of that name; choose another name, or move the file away.");
    }

    private string SettingsPath(StackReference stack) => store.Project.StackSettingsPath(stack.Stack);

    /// <summary>Gives the new stack the settings of the old one, which keeps them until it is gone.</summary>
    private async Task CopySettingsAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(SettingsPath(from)))
            return;

        var content = await File.ReadAllBytesAsync(SettingsPath(from), cancellationToken).ConfigureAwait(false);
        await DurableFile.WriteAsync(SettingsPath(to), content, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> IsMarkedAsync(CancellationToken cancellationToken)
    {
        var mark = backend.JournalOf(to);
        await using (mark.ConfigureAwait(false))
        {
            return await mark.ReadAsync(cancellationToken).ConfigureAwait(false) is { } content
                && JournalReader.Parse(content, mark.Location)?.Header.Stack == from.FullName;
        }
    }

    private async Task MarkAsync(CancellationToken cancellationToken)
    {
        var line = new JournalLine(0, 0, JournalRecordWriter.Write(new JournalHeader(from.FullName, "")));
        await UnmarkAsync(cancellationToken).ConfigureAwait(false);
        var mark = backend.JournalOf(to);
        await using (mark.ConfigureAwait(false))
            await mark.AppendAsync(line.ToUtf8(), cancellationToken).ConfigureAwait(false);
    }

    private async Task UnmarkAsync(CancellationToken cancellationToken)
    {
        var mark = backend.JournalOf(to);
        await using (mark.ConfigureAwait(false))
            await mark.RemoveAsync(cancellationToken).ConfigureAwait(false);
    }
}
