using Azure;

namespace Provisioning.Backends.Azure.Blobs;

/// <summary>The content of a blob.</summary>
/// <param name="Key">Its key below the URL.</param>
/// <param name="Tag">The version that was read.</param>
/// <param name="Content">Its bytes, as they are stored.</param>
internal sealed record StoredBlob(string Key, ETag Tag, byte[] Content);
