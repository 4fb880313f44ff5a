using Provisioning.Protocol.Values;

namespace Pulumi;

/// <summary>An archive file that is fetched.</summary>
/// <param name="uri">Its URI: <c>http</c>, <c>https</c> or <c>file</c>.</param>
public sealed class RemoteArchive(string uri) : Archive
{
    internal override PropertyValue ToPropertyValue() => new PropertyValue.ArchiveValue("", null, null, uri);
}
