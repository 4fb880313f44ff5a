using System.Text;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Provisioning.Backends.Azure.Blobs;
using Provisioning.Engine.Backends;

namespace Provisioning.Backends.Azure.Tests.Harness;

/// <summary>A container of one test, seen as any other client sees it.</summary>
/// <param name="azurite">The emulator.</param>
/// <param name="client">The container.</param>
internal sealed class TestContainer(Azurite azurite, BlobContainerClient client)
{
    /// <summary>The container.</summary>
    public BlobContainerClient Client => client;

    /// <summary>What <c>PULUMI_BACKEND_URL</c> is set to.</summary>
    public string Url => $"azblob://{client.Name}?domain={azurite.Address.Authority}&protocol=http";

    /// <summary>The variables of the account and its key.</summary>
    public Dictionary<string, string> Variables => new()
    {
        ["PULUMI_BACKEND_URL"] = Url,
        ["AZURE_STORAGE_ACCOUNT"] = azurite.Account,
        ["AZURE_STORAGE_KEY"] = azurite.Key,
    };

    /// <summary>A process that works on the container.</summary>
    /// <param name="time">Its clock; the system's unless given.</param>
    /// <param name="holder">Who it is; one whose end nobody can see unless given.</param>
    /// <param name="options">What its variables say.</param>
    /// <param name="wire">Sees its requests.</param>
    /// <param name="prefix">The path of the URL.</param>
    public BlobBackend Open(TimeProvider? time = null, LockHolder? holder = null, StoreOptions? options = null, Wire? wire = null, string prefix = "")
    {
        var clientOptions = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2024_11_04);
        clientOptions.Retry.MaxRetries = 2;
        clientOptions.Retry.Delay = TimeSpan.FromMilliseconds(1);
        if (wire is not null)
            clientOptions.AddPolicy(wire, HttpPipelinePosition.PerRetry);
        var location = BlobLocation.Parse(Url.Replace("?", $"/{prefix}?", StringComparison.Ordinal), Variables.GetValueOrDefault);
        return new BlobBackend(
            new BlobCredential(Variables.GetValueOrDefault).Open(location, clientOptions),
            location,
            options ?? new StoreOptions(),
            holder ?? new LockHolder(7, "ann", "box"),
            time ?? TimeProvider.System);
    }

    /// <summary>All keys, in ordinal order.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync()
    {
        var keys = new List<string>();
        await foreach (var blob in client.GetBlobsAsync(new GetBlobsOptions()))
            keys.Add(blob.Name);
        return keys;
    }

    /// <summary>The keys that begin with a text.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync(string prefix) =>
        [.. (await KeysAsync()).Where(key => key.StartsWith(prefix, StringComparison.Ordinal))];

    /// <summary>The content of a blob.</summary>
    public async Task<string> ReadAsync(string key) => (await client.GetBlobClient(key).DownloadContentAsync()).Value.Content.ToString();

    /// <summary>Writes a blob as a tool would that knows nothing of leases.</summary>
    public Task WriteAsync(string key, string content) => WriteAsync(key, Encoding.UTF8.GetBytes(content), null);

    /// <summary>Writes a blob as somebody would who has its lease.</summary>
    public Task WriteAsync(string key, string content, string lease) => WriteAsync(key, Encoding.UTF8.GetBytes(content), lease);

    /// <summary>Writes the bytes of a blob.</summary>
    public Task WriteAsync(string key, byte[] content, string? lease) => client.GetBlobClient(key).UploadAsync(
        BinaryData.FromBytes(content), new BlobUploadOptions { Conditions = new BlobRequestConditions { LeaseId = lease } });

    /// <summary>Ends the lease of a blob, as its term would.</summary>
    public Task EndLeaseAsync(string key) => client.GetBlobClient(key).GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);

    /// <summary>Whether somebody has the lease of a blob.</summary>
    public async Task<bool> IsLeasedAsync(string key) => (await client.GetBlobClient(key).GetPropertiesAsync()).Value.LeaseState == LeaseState.Leased;

    /// <summary>The version of a blob.</summary>
    public async Task<ETag> VersionAsync(string key) => (await client.GetBlobClient(key).GetPropertiesAsync()).Value.ETag;
}
