namespace Provisioning.Engine.Backends;

/// <summary>
/// The lock files of stacks, by Pulumi's protocol: look whether there is one, write ours, look again. Two that come at
/// the same time may both give way; they never both win. Only a lock of ours whose process has ended is taken over;
/// any other lock stays until its owner or <c>cancel</c> removes it.
/// </summary>
/// <param name="root">The folder of the URL.</param>
/// <param name="holder">Who makes locks.</param>
/// <param name="time">The clock.</param>
internal sealed class FileLocks(string root, LockHolder holder, TimeProvider time)
{
    private readonly string id = Guid.NewGuid().ToString();

    /// <summary>Takes the lock of a stack.</summary>
    /// <exception cref="StackLockedException">Somebody has it.</exception>
    public async Task<IStackLock> AcquireAsync(StackReference stack, CancellationToken cancellationToken)
    {
        var folder = Folder(stack);
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{id}.json");
        await ThrowIfLockedAsync(stack, file, cancellationToken).ConfigureAwait(false);
        try
        {
            // Whole or not at all: a lock that says nothing of its holder could never be told from a live one.
            await DurableFile.WriteAsync(file, new LockRecord(holder, time.GetLocalNow()).ToJson(), cancellationToken).ConfigureAwait(false);
        }
        catch (FileNotFoundException)
        {
            // Swept by whoever got the lock in this moment.
            await ThrowIfLockedAsync(stack, file, cancellationToken).ConfigureAwait(false);
            throw;
        }

        try
        {
            await ThrowIfLockedAsync(stack, file, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            DurableFile.Delete(file);
            throw;
        }

        return new FileLock(file);
    }

    /// <summary>Removes all locks of a stack; returns how many there were.</summary>
    public int RemoveAll(StackReference stack)
    {
        var files = Files(stack);
        foreach (var file in files)
            DurableFile.Delete(file);
        return files.Count;
    }

    /// <summary>Removes what others left that died while they made their lock, or made theirs too late. The caller has the lock.</summary>
    public void Sweep(StackReference stack) => DurableFile.Sweep(Folder(stack), _ => true);

    private async Task ThrowIfLockedAsync(StackReference stack, string own, CancellationToken cancellationToken)
    {
        var others = new List<string>();
        foreach (var file in Files(stack).Where(file => file != own))
        {
            var record = await ReadAsync(file, cancellationToken).ConfigureAwait(false);
            if (record?.IsAbandoned(holder) == true)
                DurableFile.Delete(file);
            else
                others.Add(StackLockedException.Describe(new Uri(file).AbsoluteUri, record));
        }

        if (others.Count > 0)
            throw StackLockedException.By(stack, others);
    }

    private static async Task<LockRecord?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return LockRecord.TryParse(await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false));
        }
        catch (FileNotFoundException)
        {
            // Given back in this moment; it still stood in our way.
            return null;
        }
    }

    private List<string> Files(StackReference stack)
    {
        var folder = Folder(stack);
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)] : [];
    }

    private string Folder(StackReference stack) => Path.Combine(root, StoreLayout.Locks(stack));

    private sealed class FileLock(string file) : IStackLock
    {
        /// <summary>Never cancelled: a lock file has no term, and whoever removes it by force means to.</summary>
        public CancellationToken Lost => CancellationToken.None;

        public ValueTask DisposeAsync()
        {
            DurableFile.Delete(file);
            return ValueTask.CompletedTask;
        }
    }
}
