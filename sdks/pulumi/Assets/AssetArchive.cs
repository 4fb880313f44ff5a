using Provisioning.Protocol.Values;

namespace Pulumi;

/// <summary>A folder that is put together from files and folders.</summary>
/// <param name="assets">Its members by name.</param>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets) : Archive
{
    internal override PropertyValue ToPropertyValue() =>
        new PropertyValue.ArchiveValue(
            "",
            PropertyMap.Create(assets.Select(member => KeyValuePair.Create(member.Key, member.Value.ToPropertyValue()))),
            null,
            null);
}
