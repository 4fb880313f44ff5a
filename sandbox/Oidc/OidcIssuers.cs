using System.Security.Cryptography;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Oidc;

/// <summary>
/// The issuers outside of Entra that a sandbox runs, by name. An issuer comes into being when it is first asked for and keeps its key
/// over restarts. Its <c>iss</c> is the admin address followed by <c>oidc/{name}</c>, without a trailing slash.
/// </summary>
internal sealed class OidcIssuers(SandboxWorld world, Uri admin, TimeProvider clock)
{
    /// <summary>The issuer behind the deployer's token file.</summary>
    public const string Developer = "developer";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, OidcIssuer> _issuers = new(StringComparer.Ordinal);
    private readonly WorldTable<StoredKey> _keys = world.Table<StoredKey>("oidcIssuers");

    /// <summary>The issuer of a name.</summary>
    public OidcIssuer Get(string name)
    {
        lock (_gate)
        {
            if (!_issuers.TryGetValue(name, out var issuer))
                _issuers.Add(name, issuer = new OidcIssuer(name, new Uri(admin, $"oidc/{name}").AbsoluteUri, OpenKey(name), clock));
            return issuer;
        }
    }

    /// <summary>The issuer of a name if it exists already.</summary>
    public OidcIssuer? Find(string name) => _keys.Find(name) is null ? null : Get(name);

    /// <summary>The issuer with this <c>iss</c>, compared byte for byte, or null when it is not one of the sandbox's.</summary>
    public OidcIssuer? FindByIssuer(string issuer)
    {
        var prefix = new Uri(admin, "oidc/").AbsoluteUri;
        return issuer.StartsWith(prefix, StringComparison.Ordinal) && Find(issuer[prefix.Length..]) is { } found && found.Issuer == issuer
            ? found
            : null;
    }

    private RSA OpenKey(string name)
    {
        var key = RSA.Create(2048);
        if (_keys.TryGet(name, out var stored))
            key.ImportPkcs8PrivateKey(stored.Pkcs8, out _);
        else
            _keys.Put(name, new StoredKey(key.ExportPkcs8PrivateKey()));
        return key;
    }

    private sealed record StoredKey(byte[] Pkcs8);
}
