namespace Provisioning.Verification.Probes;

/// <summary>What somebody may want to do with the blobs of a container.</summary>
internal enum BlobAction
{
    /// <summary>List blobs and read them.</summary>
    Read,

    /// <summary>Write blobs.</summary>
    Write,
}
