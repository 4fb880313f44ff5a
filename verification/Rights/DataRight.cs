namespace Provisioning.Verification.Rights;

/// <summary>What somebody may do with the content of a resource, as far as a probe can show it.</summary>
internal enum DataRight
{
    /// <summary>Pull images from a registry.</summary>
    Pull,

    /// <summary>Push images to a registry.</summary>
    Push,

    /// <summary>Read the blobs of a container.</summary>
    ReadBlobs,

    /// <summary>Write and delete the blobs of a container.</summary>
    WriteBlobs,

    /// <summary>Read the value of a secret.</summary>
    ReadSecret,

    /// <summary>See which secrets a vault has.</summary>
    ListSecrets,
}
