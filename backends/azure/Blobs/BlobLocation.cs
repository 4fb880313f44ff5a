using System.Text.RegularExpressions;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Projects;

namespace Provisioning.Backends.Azure.Blobs;

/// <summary>
/// Where an <c>azblob://</c> URL leads, with the names and variables of Pulumi's backend (go-cloud's <c>blob/azureblob</c>).
/// </summary>
/// <param name="Url">What messages show: the URL without user information.</param>
/// <param name="Container">The container.</param>
/// <param name="Prefix">What every key begins with: empty, or ends with a slash.</param>
/// <param name="Service">The account's blob service; null when neither URL nor variables name an account.</param>
internal sealed partial record BlobLocation(string Url, string Container, string Prefix, Uri? Service)
{
    /// <summary>The scheme of such URLs.</summary>
    public const string Scheme = "azblob://";

    private const string DefaultDomain = "blob.core.windows.net";

    private static readonly string[] QueryNames = ["storage_account", "domain", "protocol", "cdn", "localemu"];

    /// <summary>Parses a URL.</summary>
    /// <exception cref="BackendException">It names no container, or has an unknown parameter.</exception>
    public static BlobLocation Parse(string url, EnvironmentReader environment)
    {
        var (path, query) = url[Scheme.Length..].Split('?', 2) is [var before, var after] ? (before, after) : (url[Scheme.Length..], "");
        path = path[(path.IndexOf('@') + 1)..];
        var container = path.Split('/', 2)[0];
        if (!ContainerName().IsMatch(container))
            throw new BackendException($"'{container}' cannot name a container; write azblob://<container>/<prefix>?storage_account=<account>.");

        var prefix = Uri.UnescapeDataString(path[container.Length..].Trim('/'));
        var settings = ReadQuery(query);
        return new BlobLocation(
            Scheme + path + (query.Length > 0 ? $"?{query}" : ""),
            container,
            prefix.Length == 0 ? "" : BlobKey.Escape($"{prefix}/"),
            ServiceOf(name => settings.GetValueOrDefault(name) is { Length: > 0 } value ? value : environment(VariableOf(name))));
    }

    private static Dictionary<string, string> ReadQuery(string query)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = pair.Split('=', 2)[0];

            // The value is not shown: a misplaced SAS is one.
            if (!QueryNames.Contains(name))
                throw new BackendException($"An azblob:// URL has no parameter '{name}'; it may have {string.Join(", ", QueryNames)}. A SAS belongs into AZURE_STORAGE_SAS_TOKEN.");
            settings[name] = Uri.UnescapeDataString(pair[Math.Min(name.Length + 1, pair.Length)..]);
        }

        return settings;
    }

    private static string VariableOf(string name) => name switch
    {
        "storage_account" => "AZURE_STORAGE_ACCOUNT",
        "domain" => "AZURE_STORAGE_DOMAIN",
        "protocol" => "AZURE_STORAGE_PROTOCOL",
        "cdn" => "AZURE_STORAGE_IS_CDN",
        "localemu" => "AZURE_STORAGE_IS_LOCAL_EMULATOR",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Unknown parameter."),
    };

    private static Uri? ServiceOf(Func<string, string?> setting)
    {
        if (setting("storage_account") is not { Length: > 0 } account)
            return null;
        if (!AccountName().IsMatch(account))
            throw new BackendException($"'{account}' cannot name a storage account; use 3 to 24 lower-case letters and digits.");

        var domain = setting("domain") is { Length: > 0 } named ? named : DefaultDomain;
        var protocol = setting("protocol") is { Length: > 0 } chosen ? chosen : "https";
        if (protocol is not ("http" or "https"))
            throw new BackendException($"The protocol of a storage account is 'https' or 'http', not '{protocol}'; change 'protocol' or AZURE_STORAGE_PROTOCOL.");

        var isLocal = IsSet(setting, "localemu") || domain.StartsWith("127.0.0.1", StringComparison.Ordinal) || domain.StartsWith("localhost", StringComparison.Ordinal);
        var service = IsSet(setting, "cdn") ? $"{protocol}://{domain}" : isLocal ? $"{protocol}://{domain}/{account}" : $"{protocol}://{account}.{domain}";
        return Uri.TryCreate(service, UriKind.Absolute, out var uri)
            ? uri
            : throw new BackendException($"'{domain}' cannot be the domain of a storage account; change 'domain' or AZURE_STORAGE_DOMAIN.");
    }

    private static bool IsSet(Func<string, string?> setting, string name) => setting(name) switch
    {
        "1" or "t" or "T" or "true" or "True" or "TRUE" => true,
        null or "" or "0" or "f" or "F" or "false" or "False" or "FALSE" => false,
        _ => throw new BackendException($"'{name}' and {VariableOf(name)} are 'true' or 'false'."),
    };

    [GeneratedRegex(@"^(\$root|\$web|[a-z0-9](-?[a-z0-9]){2,62})\z")]
    private static partial Regex ContainerName();

    [GeneratedRegex(@"^[a-z0-9]{3,24}\z")]
    private static partial Regex AccountName();
}
