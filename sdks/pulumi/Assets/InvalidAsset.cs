using Provisioning.Protocol.Values;

namespace Pulumi;

/// <summary>A file of which the engine told the hash only; it cannot be an input again.</summary>
internal sealed class InvalidAsset : Asset
{
    internal override PropertyValue ToPropertyValue() =>
        throw new InvalidOperationException("The asset has no content: the engine sent its hash only. Give its file or text anew.");
}
