using Provisioning.Protocol.Values;

namespace Pulumi;

/// <summary>A folder or archive file of this machine.</summary>
/// <param name="path">Its path, absolute or relative to the program.</param>
public sealed class FileArchive(string path) : Archive
{
    internal override PropertyValue ToPropertyValue() => new PropertyValue.ArchiveValue("", null, path, null);
}
