using Provisioning.Engine.Journal;

namespace Provisioning.Engine.Backends;

/// <summary>A journal in a file. Appending flushes the file to the disk.</summary>
/// <param name="path">The file's full path.</param>
internal sealed class FileJournalStorage(string path) : IJournalStorage
{
    private FileStream? file;

    /// <inheritdoc/>
    public string Location => path;

    /// <inheritdoc/>
    public Task<bool> ExistsAsync(CancellationToken cancellationToken) => Task.FromResult(File.Exists(path));

    /// <inheritdoc/>
    public async Task<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var content = new MemoryStream();
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous);
            await using (stream.ConfigureAwait(false))
                await stream.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
            return content.ToArray();
        }
        catch (FileNotFoundException)
        {
            // Its operation ended in this moment.
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BackendException($"The journal '{path}' cannot be read: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public Task AppendAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        var isNew = file is null;
        file ??= Open(FileMode.CreateNew);
        await file.WriteAsync(content, cancellationToken).ConfigureAwait(false);
        DurabilityPoints.Reached(DurabilityPoints.JournalWritten);
        file.Flush(flushToDisk: true);
        if (isNew)
            DurableFile.FlushFolderOf(path);
    });

    /// <inheritdoc/>
    public Task ContinueAsync(int length, CancellationToken cancellationToken) => GuardAsync(() =>
    {
        file = Open(FileMode.Open);
        file.SetLength(length);
        file.Position = length;
        return Task.CompletedTask;
    });

    /// <inheritdoc/>
    public Task RemoveAsync(CancellationToken cancellationToken) => GuardAsync(() =>
    {
        File.Delete(path);
        return Task.CompletedTask;
    });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => file?.DisposeAsync() ?? ValueTask.CompletedTask;

    private FileStream Open(FileMode mode) =>
        new(path, mode, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous);

    private async Task GuardAsync(Func<Task> access)
    {
        try
        {
            await access().ConfigureAwait(false);
        }
        catch (Exception exception) when (DurableFile.IsRefusal(exception))
        {
            throw new BackendException($"The journal '{path}' cannot be written, so no further change is made: {exception.Message}", exception);
        }
    }
}
