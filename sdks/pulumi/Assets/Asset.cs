namespace Pulumi;

/// <summary>A file-like value.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset()
    {
    }
}
