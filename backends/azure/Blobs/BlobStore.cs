using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Provisioning.Engine.Backends;

namespace Provisioning.Backends.Azure.Blobs;

/// <summary>The blobs below a URL, by Pulumi's keys. Failures of the service are <see cref="RequestFailedException"/>. Thread-safe.</summary>
/// <param name="container">The container.</param>
/// <param name="location">The URL.</param>
internal sealed class BlobStore(BlobContainerClient container, BlobLocation location)
{
    /// <summary>How many requests run at once where many blobs are read or removed, as with Pulumi.</summary>
    private const int Parallel = 10;

    /// <summary>The metadata that tells the writes of a blob apart.</summary>
    private const string WriteName = "write";

    /// <summary>The URL.</summary>
    public BlobLocation Location => location;

    /// <summary>What messages call a blob.</summary>
    public string UrlOf(string key) => $"{BlobLocation.Scheme}{location.Container}/{location.Prefix}{key}";

    /// <summary>A blob by its key.</summary>
    public BlobClient Blob(string key) => container.GetBlobClient(location.Prefix + key);

    /// <summary>An append blob by its key.</summary>
    public AppendBlobClient AppendBlob(string key) => container.GetAppendBlobClient(location.Prefix + key);

    /// <summary>The keys that begin with a text, with what the service says of each blob, in ordinal order.</summary>
    public async Task<IReadOnlyList<(string Key, BlobItemProperties Properties)>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        var found = new List<(string, BlobItemProperties)>();
        await foreach (var item in container.GetBlobsAsync(new GetBlobsOptions { Prefix = location.Prefix + prefix }, cancellationToken).ConfigureAwait(false))
            found.Add((item.Name[location.Prefix.Length..], item.Properties));
        return found;
    }

    /// <summary>A blob; null when there is none.</summary>
    public async Task<StoredBlob?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await Blob(key).DownloadContentAsync(cancellationToken).ConfigureAwait(false);
            return new StoredBlob(key, answer.Value.Details.ETag, answer.Value.Content.ToArray());
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <summary>What the service says of a blob; null when there is none.</summary>
    public async Task<BlobProperties?> FindAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return (await Blob(key).GetPropertiesAsync(cancellationToken: cancellationToken).ConfigureAwait(false)).Value;
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <summary>Several blobs, in the order of their keys; those that are gone by now are left out.</summary>
    public async Task<IReadOnlyList<StoredBlob>> ReadAllAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var blobs = new StoredBlob?[keys.Count];
        await ForEachAsync(
            Enumerable.Range(0, keys.Count),
            async (index, token) => blobs[index] = await ReadAsync(keys[index], token).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        return [.. blobs.OfType<StoredBlob>()];
    }

    /// <summary>Writes a blob as a whole.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="conditions">What must hold; null when it is replaced in any case.</param>
    /// <param name="cancellationToken">Stops waiting; the blob may have been written.</param>
    /// <returns>The version that was written.</returns>
    public async Task<ETag> WriteAsync(string key, ReadOnlyMemory<byte> content, BlobRequestConditions? conditions, CancellationToken cancellationToken)
    {
        var write = Guid.NewGuid().ToString();
        var options = new BlobUploadOptions { Conditions = conditions, Metadata = new Dictionary<string, string> { [WriteName] = write } };
        try
        {
            return (await Blob(key).UploadAsync(BinaryData.FromBytes(content), options, cancellationToken).ConfigureAwait(false)).Value.ETag;
        }
        catch (RequestFailedException exception) when (conditions is not null && BlobFailure.IsConflict(exception))
        {
            // When an answer was lost, the request that was sent again finds its own work.
            if (await FindAsync(key, cancellationToken).ConfigureAwait(false) is { } found && found.Metadata.TryGetValue(WriteName, out var last) && last == write)
                return found.ETag;
            throw;
        }
    }

    /// <summary>Removes a blob; nothing happens when there is none.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="conditions">What must hold; null when it is removed in any case.</param>
    /// <param name="cancellationToken">Stops waiting; the blob may have been removed.</param>
    public Task DeleteAsync(string key, BlobRequestConditions? conditions, CancellationToken cancellationToken) =>
        Blob(key).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, conditions, cancellationToken);

    /// <summary>Gives a blob another key; nothing happens when there is none.</summary>
    public async Task MoveAsync(string from, string to, CancellationToken cancellationToken)
    {
        if (await ReadAsync(from, cancellationToken).ConfigureAwait(false) is not { } found)
            return;

        await WriteAsync(to, found.Content, null, cancellationToken).ConfigureAwait(false);
        await DeleteAsync(from, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Does something for each of many blobs, several at once.</summary>
    public static Task ForEachAsync<T>(IEnumerable<T> items, Func<T, CancellationToken, Task> action, CancellationToken cancellationToken) =>
        System.Threading.Tasks.Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (item, token) => await action(item, token).ConfigureAwait(false));

    /// <summary>Turns failures of the service into ours.</summary>
    /// <param name="what">What is not possible then: <c>The stack … cannot be read</c>.</param>
    /// <param name="access">What asks the service.</param>
    /// <param name="cancellationToken">What <paramref name="access"/> ends on.</param>
    public async Task<T> GuardAsync<T>(string what, Func<Task<T>> access, CancellationToken cancellationToken)
    {
        try
        {
            return await access().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not BackendException && BlobFailure.IsOne(exception, cancellationToken))
        {
            throw BlobFailure.Of(exception, what, location);
        }
    }
}
