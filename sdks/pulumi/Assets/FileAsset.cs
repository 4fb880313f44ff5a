using Provisioning.Protocol.Values;

namespace Pulumi;

/// <summary>A file of this machine.</summary>
/// <param name="path">Its path, absolute or relative to the program.</param>
public sealed class FileAsset(string path) : Asset
{
    internal override PropertyValue ToPropertyValue() => new PropertyValue.AssetValue("", null, path, null);
}
