using Provisioning.Protocol.Values;

namespace Pulumi;

/// <summary>A file or folder that is sent to the engine by its content or by where it is.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive()
    {
    }

    /// <summary>The value on the wire; the engine computes its hash.</summary>
    internal abstract PropertyValue ToPropertyValue();
}
