using Provisioning.Protocol.Values;

namespace Pulumi;

/// <summary>An archive of which the engine told the hash only; it cannot be an input again.</summary>
internal sealed class InvalidArchive : Archive
{
    internal override PropertyValue ToPropertyValue() =>
        throw new InvalidOperationException("The archive has no content: the engine sent its hash only. Give its files anew.");
}
