namespace Pulumi.DeepLake;

/// <summary>What all classes of the package share; named as in generated packages.</summary>
internal static class Utilities
{
    /// <summary>Version of the package, and so of the plugin that resources ask for.</summary>
    public static string Version { get; } = typeof(Utilities).Assembly.GetName().Version?.ToString(3) ?? string.Empty;
}
