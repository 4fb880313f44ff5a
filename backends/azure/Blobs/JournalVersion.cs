using Azure;

namespace Provisioning.Backends.Azure.Blobs;

/// <summary>Which state of a journal the next append must find.</summary>
/// <param name="Tag">Its version.</param>
/// <param name="Length">Its length in bytes.</param>
internal sealed record JournalVersion(ETag Tag, long Length);
