namespace Pulumi;

/// <summary>A folder-like value.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive()
    {
    }
}
