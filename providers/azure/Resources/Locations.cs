namespace Provisioning.Providers.Azure.Resources;

/// <summary>Comparing names of Azure regions.</summary>
internal static class Locations
{
    /// <summary>Whether two names mean the same region: <c>West Europe</c> is <c>westeurope</c>.</summary>
    public static bool AreEqual(string left, string right) =>
        string.Equals(Normalize(left), Normalize(right), StringComparison.OrdinalIgnoreCase);

    private static string Normalize(string location) => location.Replace(" ", "", StringComparison.Ordinal);
}
