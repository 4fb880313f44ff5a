namespace Provisioning.Sandbox.Storage;

/// <summary>What a request to the blob service needs.</summary>
/// <param name="Action">The data action.</param>
/// <param name="SubOperation">The finer action that conditions know, or null.</param>
internal sealed record BlobDemand(string Action, string? SubOperation = null)
{
    private const string Blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/";

    /// <summary>Read a blob.</summary>
    public static BlobDemand Read { get; } = new(Blobs + "read");

    /// <summary>See which blobs there are.</summary>
    public static BlobDemand List { get; } = new(Blobs + "read", "Blob.List");

    /// <summary>Write a blob.</summary>
    public static BlobDemand Write { get; } = new(Blobs + "write");

    /// <summary>Delete a blob.</summary>
    public static BlobDemand Delete { get; } = new(Blobs + "delete");
}
