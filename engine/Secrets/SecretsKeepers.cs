using System.Collections.Immutable;

namespace Provisioning.Engine.Secrets;

/// <summary>The kinds of vaults whose keys secrets can be encrypted with.</summary>
/// <param name="openers">Opens keys, by the scheme of their URLs with <c>://</c>. None is called for a passphrase.</param>
/// <param name="urlOverride">
/// The key to ask in place of the one that was written down, for one run: <c>PULUMI_CLOUD_SECRET_OVERRIDE</c>. It must be another
/// name of the same key; no new data key is made for it.
/// </param>
public sealed class SecretsKeepers(ImmutableDictionary<string, SecretsKeeperOpener> openers, string? urlOverride = null)
{
    /// <summary>No kind at all.</summary>
    public static SecretsKeepers None { get; } = new(ImmutableDictionary<string, SecretsKeeperOpener>.Empty);

    /// <summary>Opens the key of a URL.</summary>
    /// <exception cref="SecretsException">There is no such kind of vault, or the URL cannot be used.</exception>
    public ISecretsKeeper Open(string url)
    {
        var asked = string.IsNullOrEmpty(urlOverride) ? url : urlOverride;
        return openers.FirstOrDefault(opener => asked.StartsWith(opener.Key, StringComparison.Ordinal)).Value is { } open
            ? open(asked)
            : throw new SecretsException(
                SecretsRefusal.UnusableProvider, $"Secrets cannot be encrypted by '{asked}'; this engine supports {Supported()}.");
    }

    private string Supported() =>
        string.Join(" and ", openers.Keys.Order(StringComparer.Ordinal).Select(scheme => $"'{scheme}…'").Prepend("'passphrase'"));
}
