using System.Globalization;

namespace Provisioning.Sandbox.Arm;

/// <summary>Instants as Azure writes them.</summary>
internal static class AzureTime
{
    /// <summary>UTC with seven digits of a second and a Z.</summary>
    public static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
