using Provisioning.Engine.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Providers;

/// <summary>What the engine keeps among the inputs of provider resources, and how it names them.</summary>
internal static class ProviderInputs
{
    /// <summary>The input that holds the version of the package.</summary>
    public const string Version = "version";

    private const string Internal = "__internal";
    private const string DownloadUrl = "pluginDownloadURL";
    private const string TypePrefix = "pulumi:providers:";

    /// <summary>The type of the provider resources of a package.</summary>
    public static string TypeOf(string package) => TypePrefix + package;

    /// <summary>Whether a URN names a provider resource that the engine made.</summary>
    public static bool IsDefaultProvider(Urn urn) => urn.IsProvider && urn.Name.StartsWith("default", StringComparison.Ordinal);

    /// <summary>The package of a provider resource.</summary>
    public static string PackageOf(Urn provider) => provider.Type[TypePrefix.Length..];

    /// <summary>The package of a type or function token.</summary>
    public static string PackageOf(string token) => token.StartsWith(TypePrefix, StringComparison.Ordinal)
        ? token[TypePrefix.Length..]
        : token[..Math.Max(0, token.IndexOf(':', StringComparison.Ordinal))];

    /// <summary>The inputs with the plugin's version and address; empty texts add nothing.</summary>
    public static PropertyMap WithPlugin(PropertyMap inputs, string version, string downloadUrl)
    {
        if (version.Length > 0)
            inputs = inputs.With(Version, version);
        return downloadUrl.Length == 0
            ? inputs
            : inputs.With(Internal, new PropertyValue.ObjectValue(PropertyMap.Empty.With(DownloadUrl, downloadUrl)));
    }

    /// <summary>The inputs as the provider itself sees them.</summary>
    public static PropertyMap WithoutInternals(PropertyMap inputs) => inputs.Without(Internal);

    /// <summary>The inputs with the engine's own members taken over from other inputs.</summary>
    public static PropertyMap WithInternalsOf(PropertyMap inputs, PropertyMap other) =>
        other.TryGetValue(Internal, out var value) ? inputs.With(Internal, value) : inputs;

    /// <summary>The version among the inputs; null when none is given.</summary>
    public static string? VersionOf(PropertyMap inputs) => (inputs.GetOrNull(Version) as PropertyValue.StringValue)?.Value;

    /// <summary>The name of a default provider: <c>default</c>, <c>default_3_28_0</c>, <c>default_3_28_0_https___host</c>.</summary>
    public static string DefaultName(string version, string downloadUrl) =>
        string.Join('_', new[] { "default", Sanitize(version), Sanitize(downloadUrl) }.Where(part => part.Length > 0));

    private static string Sanitize(string text) => string.Concat(text.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));
}
