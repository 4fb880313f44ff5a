using System.Text;
using Azure;
using Azure.Storage.Blobs.Models;
using Provisioning.Engine.Backends;

namespace Provisioning.Backends.Azure.Blobs;

/// <summary>The blob that names the version of a store's layout, see <see cref="StoreVersion"/>. It is read once. Thread-safe.</summary>
/// <param name="store">Where it is.</param>
internal sealed class BlobMeta(BlobStore store)
{
    private volatile bool isChecked;
    private volatile bool exists;

    /// <summary>Refuses a store with another layout.</summary>
    /// <exception cref="BackendException">It has.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (isChecked)
            return;

        var found = await store.ReadAsync(StoreLayout.Meta, cancellationToken).ConfigureAwait(false);
        if (found is not null)
            StoreVersion.Check(store.UrlOf(StoreLayout.Meta), Encoding.UTF8.GetString(found.Content), store.Location.Url);
        else if (await HasStacksWithoutProjectAsync(cancellationToken).ConfigureAwait(false))
            throw StoreVersion.Legacy(store.Location.Url);

        exists = found is not null;
        isChecked = true;
    }

    /// <summary>Writes the blob when there is none.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken).ConfigureAwait(false);
        if (exists)
            return;

        try
        {
            await store.WriteAsync(StoreLayout.Meta, StoreVersion.Content, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException exception) when (BlobFailure.IsConflict(exception))
        {
            // Another process was first.
        }

        exists = true;
    }

    private async Task<bool> HasStacksWithoutProjectAsync(CancellationToken cancellationToken)
    {
        const string Folder = $"{StoreLayout.Stacks}/";
        var blobs = await store.ListAsync(Folder, cancellationToken).ConfigureAwait(false);
        return blobs.Select(blob => blob.Key[Folder.Length..]).Any(name => !name.Contains('/', StringComparison.Ordinal) && StateContent.StateName(name) is not null);
    }
}
