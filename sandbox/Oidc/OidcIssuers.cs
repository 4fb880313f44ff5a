using System.Security.Cryptography;
using System.Text;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Oidc;

/// <summary>
/// The issuers outside of Entra whose tokens a sandbox mints. Its own have a name, and an <c>iss</c> of the admin address followed by
/// <c>oidc/{name}</c>, without a trailing slash; those of the outside world, such as pipelines, have any other <c>iss</c>. Each comes into
/// being when it is first asked for and keeps its key over restarts.
/// </summary>
internal sealed class OidcIssuers(SandboxWorld world, Uri admin)
{
    /// <summary>The issuer behind the deployer's token file.</summary>
    public const string Developer = "developer";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, OidcIssuer> _issuers = new(StringComparer.Ordinal);
    private readonly WorldTable<StoredKey> _keys = world.Table<StoredKey>("oidcIssuers");
    private readonly WorldTable<StoredKey> _outsideKeys = world.Table<StoredKey>("outsideIssuers");
    private readonly string _prefix = new Uri(admin, "oidc/").AbsoluteUri;

    /// <summary>The sandbox's own issuer of a name.</summary>
    public OidcIssuer Get(string name) => Open(new Uri(admin, $"oidc/{name}").AbsoluteUri, _keys, name);

    /// <summary>The sandbox's own issuer of a name if it exists already.</summary>
    public OidcIssuer? Find(string name) => _keys.Find(name) is null ? null : Get(name);

    /// <summary>
    /// The issuer with this <c>iss</c>, compared byte for byte; made when it is of the outside world. Null when the <c>iss</c> lies below
    /// the address of the sandbox's own issuers and none of them has it.
    /// </summary>
    public OidcIssuer? GetByIssuer(string issuer) =>
        FindByIssuer(issuer) ?? (IsOwn(issuer) ? null : Open(issuer, _outsideKeys, OutsideKey(issuer)));

    /// <summary>The issuer with this <c>iss</c>, compared byte for byte, or null when it does not exist yet.</summary>
    public OidcIssuer? FindByIssuer(string issuer)
    {
        if (IsOwn(issuer))
            return Find(issuer[_prefix.Length..]) is { } own && own.Issuer == issuer ? own : null;
        return _outsideKeys.Find(OutsideKey(issuer)) is null ? null : Open(issuer, _outsideKeys, OutsideKey(issuer));
    }

    // Tables compare their keys without case, which issuers do not.
    private static string OutsideKey(string issuer) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(issuer)));

    private bool IsOwn(string issuer) => issuer.StartsWith(_prefix, StringComparison.Ordinal);

    private OidcIssuer Open(string issuer, WorldTable<StoredKey> keys, string keyName)
    {
        lock (_gate)
        {
            if (!_issuers.TryGetValue(issuer, out var open))
                _issuers.Add(issuer, open = new OidcIssuer(issuer, OpenKey(keys, keyName)));
            return open;
        }
    }

    private static RSA OpenKey(WorldTable<StoredKey> keys, string name)
    {
        var key = RSA.Create(2048);
        if (keys.TryGet(name, out var stored))
            key.ImportPkcs8PrivateKey(stored.Pkcs8, out _);
        else
            keys.Put(name, new StoredKey(key.ExportPkcs8PrivateKey()));
        return key;
    }
}
