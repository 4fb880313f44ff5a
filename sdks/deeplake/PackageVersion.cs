namespace Pulumi.DeepLake;

/// <summary>Version of the package, and so of the plugin that resources ask for.</summary>
internal static class PackageVersion
{
    /// <summary>The version with three parts, as the build stamps it.</summary>
    public static string Text { get; } = typeof(PackageVersion).Assembly.GetName().Version?.ToString(3) ?? string.Empty;
}
