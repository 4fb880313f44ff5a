namespace Provisioning.Sandbox.Storage;

/// <summary>A blob.</summary>
/// <param name="Container">Id of its container, in lower case.</param>
/// <param name="Epoch">When the container was made: a blob does not belong to a later container of the same name.</param>
/// <param name="Name">Name, case-sensitive.</param>
/// <param name="Content">What is in it.</param>
/// <param name="ContentType">Media type, or null.</param>
/// <param name="ModifiedAt">When it was written.</param>
internal sealed record BlobRecord(string Container, DateTimeOffset Epoch, string Name, byte[] Content, string? ContentType, DateTimeOffset ModifiedAt)
{
    /// <summary>Changes with every write.</summary>
    public string ETag => $"\"0x{ModifiedAt.UtcTicks:X}\"";
}
