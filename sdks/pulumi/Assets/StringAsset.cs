using Provisioning.Protocol.Values;

namespace Pulumi;

/// <summary>A file of the given text.</summary>
/// <param name="text">The content.</param>
public sealed class StringAsset(string text) : Asset
{
    /// <summary>SHA-256 of no bytes: without it an empty text looks like content that was left out.</summary>
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    internal override PropertyValue ToPropertyValue() =>
        new PropertyValue.AssetValue(text.Length == 0 ? EmptyHash : "", text, null, null);
}
