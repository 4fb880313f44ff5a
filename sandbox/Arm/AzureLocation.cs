namespace Provisioning.Sandbox.Arm;

/// <summary>Regions: Azure takes their display names too.</summary>
internal static class AzureLocation
{
    /// <summary>The short name, so that <c>West Europe</c> becomes <c>westeurope</c>.</summary>
    public static string Normalize(string location) => location.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
}
