using System.Collections.Immutable;
using Google.Protobuf;
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
    private const string Name = "name";
    private const string Parameterization = "parameterization";
    private const string EnvironmentMappings = "envVarMappings";
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
        return downloadUrl.Length == 0 ? inputs : WithInternal(inputs, DownloadUrl, downloadUrl);
    }

    /// <summary>
    /// The inputs of a provider whose package is made from parameters. The version is then the package's, and that of the
    /// plugin moves to the engine's own members, as in Pulumi.
    /// </summary>
    /// <param name="inputs">Inputs with the plugin's version.</param>
    /// <param name="plugin">The plugin that makes the package.</param>
    /// <param name="package">The package.</param>
    public static PropertyMap WithParameterization(PropertyMap inputs, string plugin, ProviderParameterization package)
    {
        inputs = WithInternal(inputs, Name, plugin);
        if (inputs.TryGetValue(Version, out var version))
            inputs = WithInternal(inputs, Version, version);
        return WithInternal(inputs, Parameterization, package.Value.ToBase64()).With(Version, package.Version);
    }

    /// <summary>The inputs with variables of the environment that the plugin sees under other names; none add nothing.</summary>
    public static PropertyMap WithEnvironmentMappings(PropertyMap inputs, IEnumerable<KeyValuePair<string, string>> mappings)
    {
        var members = PropertyMap.Create(mappings.Select(mapping => KeyValuePair.Create<string, PropertyValue>(mapping.Key, mapping.Value)));
        return members.Count == 0 ? inputs : WithInternal(inputs, EnvironmentMappings, new PropertyValue.ObjectValue(members));
    }

    /// <summary>The plugin that serves a provider resource: its name, its version, and what it is told besides its configuration.</summary>
    public static PluginReference PluginOf(Urn provider, PropertyMap inputs)
    {
        var (package, version) = (PackageOf(provider), VersionOf(inputs));
        var members = (inputs.GetOrNull(Internal) as PropertyValue.ObjectValue)?.Members ?? PropertyMap.Empty;
        var mappings = (members.GetOrNull(EnvironmentMappings) as PropertyValue.ObjectValue)?.Members ?? PropertyMap.Empty;
        var parameters = TextOf(members, Parameterization);
        return new PluginReference
        {
            Package = package,
            Name = TextOf(members, Name) ?? package,
            Version = parameters is null ? version : TextOf(members, Version),
            Parameterization = parameters is null ? null : new ProviderParameterization(package, version ?? "", ByteString.FromBase64(parameters)),
            EnvironmentMappings = mappings.Keys.ToImmutableSortedDictionary(
                name => name, name => TextOf(mappings, name) ?? "", StringComparer.Ordinal),
        };
    }

    /// <summary>Whether a package holds resources that programs implement themselves, whose provider gets the whole configuration.</summary>
    public static bool IsDynamic(string package) => package is "pulumi-nodejs" or "pulumi-python";

    /// <summary>The inputs as the provider itself sees them.</summary>
    public static PropertyMap WithoutInternals(PropertyMap inputs) => inputs.Without(Internal);

    /// <summary>The inputs with the engine's own members taken over from other inputs.</summary>
    public static PropertyMap WithInternalsOf(PropertyMap inputs, PropertyMap other) =>
        other.TryGetValue(Internal, out var value) ? inputs.With(Internal, value) : inputs;

    /// <summary>The version among the inputs; null when none is given.</summary>
    public static string? VersionOf(PropertyMap inputs) => TextOf(inputs, Version);

    /// <summary>The name of a default provider: <c>default</c>, <c>default_3_28_0</c>, <c>default_3_28_0_https___host</c>.</summary>
    public static string DefaultName(string version, string downloadUrl) =>
        string.Join('_', new[] { "default", Sanitize(version), Sanitize(downloadUrl) }.Where(part => part.Length > 0));

    private static string? TextOf(PropertyMap members, string key) => (members.GetOrNull(key) as PropertyValue.StringValue)?.Value;

    private static PropertyMap WithInternal(PropertyMap inputs, string key, PropertyValue value)
    {
        var members = (inputs.GetOrNull(Internal) as PropertyValue.ObjectValue)?.Members ?? PropertyMap.Empty;
        return inputs.With(Internal, new PropertyValue.ObjectValue(members.With(key, value)));
    }

    private static string Sanitize(string text) => string.Concat(text.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));
}
