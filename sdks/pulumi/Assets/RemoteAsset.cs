using Provisioning.Protocol.Values;

namespace Pulumi;

/// <summary>A file that is fetched.</summary>
/// <param name="uri">Its URI: <c>http</c>, <c>https</c> or <c>file</c>.</param>
public sealed class RemoteAsset(string uri) : Asset
{
    internal override PropertyValue ToPropertyValue() => new PropertyValue.AssetValue("", null, null, uri);
}
