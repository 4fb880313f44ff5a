using Provisioning.Engine.Projects;

namespace Provisioning.Engine.Backends;

/// <summary>The one place that changes a stack's settings file, so that no change undoes another. Thread-safe.</summary>
/// <param name="file">The file as it was read.</param>
internal sealed class StackSettingsStore(StackSettingsFile file)
{
    private readonly SemaphoreSlim updates = new(1, 1);
    private volatile StackSettingsFile file = file;

    /// <summary>The file as it is now.</summary>
    public StackSettingsFile File => file;

    /// <summary>Changes and saves the file.</summary>
    public async Task UpdateAsync(Func<StackSettingsFile, StackSettingsFile> change, CancellationToken cancellationToken)
    {
        await updates.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var changed = change(file);
            await changed.SaveAsync(cancellationToken).ConfigureAwait(false);
            file = changed;
        }
        finally
        {
            updates.Release();
        }
    }
}
