using System.Text.RegularExpressions;
using Provisioning.Engine.Secrets;

namespace Provisioning.Backends.Azure.KeyVault;

/// <summary>Where an <c>azurekeyvault://</c> URL leads, in the form of Pulumi's secrets providers (go-cloud's <c>secrets/azurekeyvault</c>).</summary>
/// <param name="Host">The vault's host name.</param>
/// <param name="Suffix">The host name without the vault, such as <c>vault.azure.net</c>.</param>
/// <param name="Key">The key.</param>
/// <param name="Version">Its version; null for the latest one.</param>
/// <param name="Algorithm">What it encrypts with, when the URL says so; else null.</param>
internal sealed partial record KeyVaultLocation(string Host, string Suffix, string Key, string? Version, string? Algorithm)
{
    /// <summary>The scheme of such URLs.</summary>
    public const string Scheme = "azurekeyvault://";

    private const string DefaultAlgorithm = "RSA-OAEP-256";
    private const string Form = "azurekeyvault://<vault>.vault.azure.net/keys/<key>[/<version>][?algorithm=<algorithm>]";

    private static readonly string[] Algorithms = [DefaultAlgorithm, "RSA-OAEP", "RSA1_5"];

    /// <summary>What encrypts.</summary>
    public string EffectiveAlgorithm => Algorithm ?? DefaultAlgorithm;

    /// <summary>The scope of tokens for vaults of this cloud.</summary>
    public string Scope => $"https://{Suffix}/.default";

    /// <summary>The key's own address.</summary>
    public Uri Address => new($"https://{Host}/keys/{Key}{(Version is null ? "" : $"/{Version}")}");

    /// <summary>Parses a URL.</summary>
    /// <exception cref="SecretsException">It is none of a key in a vault.</exception>
    public static KeyVaultLocation Parse(string url)
    {
        var (path, query) = url[Scheme.Length..].Split('?', 2) is [var before, var after] ? (before, after) : (url[Scheme.Length..], "");
        var host = path.Split('/', 2)[0];
        if (VaultHost().Match(host) is not { Success: true } vault)
        {
            throw Refuse($"'{host}' is not the host of a key vault, which is <vault>.vault.azure.net, <vault>.vault.usgovcloudapi.net or <vault>.vault.azure.cn");
        }

        if (KeyPath().Match(path[host.Length..]) is not { Success: true } key)
            throw Refuse($"'{path[host.Length..]}' does not lead to a key");
        return new KeyVaultLocation(
            host, vault.Groups["suffix"].Value, key.Groups["key"].Value, key.Groups["version"] is { Success: true, Value: var version } ? version : null, AlgorithmOf(query));
    }

    /// <summary>The URL with a version.</summary>
    public string UrlOf(string? version) =>
        $"{Scheme}{Host}/keys/{Key}{(version is null ? "" : $"/{version}")}{(Algorithm is null ? "" : $"?algorithm={Algorithm}")}";

    private static string? AlgorithmOf(string query)
    {
        if (query.Length == 0)
            return null;

        // A value that is not shown may be a misplaced secret.
        if (query.Split('&') is not [var pair] || pair.Split('=', 2) is not ["algorithm", var name])
            throw Refuse("The only parameter that it may have is 'algorithm', once");
        return Algorithms.Contains(name)
            ? name
            : throw Refuse($"The algorithm '{name}' is not one of {string.Join(", ", Algorithms)}");
    }

    private static SecretsException Refuse(string reason) =>
        new(SecretsRefusal.UnusableProvider, $"The secrets provider cannot be used: {reason}; write {Form}.");

    [GeneratedRegex(@"^(?!.*--)[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]\.(?<suffix>vault\.(azure\.net|usgovcloudapi\.net|azure\.cn))\z")]
    private static partial Regex VaultHost();

    [GeneratedRegex(@"^/keys/(?<key>[a-zA-Z0-9-]{1,127})(/(?<version>[a-fA-F0-9]{32}))?/?\z")]
    private static partial Regex KeyPath();
}
