using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Registry;

/// <summary>The registries' own tokens: a refresh token says who somebody is, an access token what it may do with which repository.</summary>
internal sealed class RegistryTokens
{
    private const string Issuer = "Azure Container Registry";
    private const string GrantType = "grant_type";
    private const string Principal = "oid";
    private const string Access = "access";

    private static readonly TimeSpan RefreshLifetime = TimeSpan.FromHours(3);
    private static readonly TimeSpan AccessLifetime = TimeSpan.FromMinutes(75);

    private readonly SandboxContext _sandbox;
    private readonly SymmetricSecurityKey _key;
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };

    /// <summary>Takes up the signing key, or makes one.</summary>
    public RegistryTokens(SandboxContext sandbox)
    {
        _sandbox = sandbox;
        var keys = sandbox.World.Table<StoredSecret>("registryKey");
        keys.TryAdd("key", new StoredSecret(sandbox.Random.NextBytes(32)));
        _key = new SymmetricSecurityKey(keys.Find("key")?.Secret);
    }

    /// <summary>A token that says who somebody is.</summary>
    /// <param name="loginServer">The registry.</param>
    /// <param name="principal">Object id.</param>
    public string IssueRefresh(string loginServer, Guid principal) => Issue(loginServer, RefreshLifetime, new()
    {
        [GrantType] = "refresh_token",
        [Principal] = principal.ToString(),
        ["tenant"] = _sandbox.Options.TenantId.ToString(),
    });

    /// <summary>A token that says what its bearer may do.</summary>
    /// <param name="loginServer">The registry.</param>
    /// <param name="scopes">What was granted.</param>
    public string IssueAccess(string loginServer, IReadOnlyList<RegistryScope> scopes) => Issue(loginServer, AccessLifetime, new()
    {
        [GrantType] = "access_token",
        [Access] = JsonSerializer.SerializeToElement(scopes, SandboxJson.Compact.TypeInfo<IReadOnlyList<RegistryScope>>()),
    });

    /// <summary>Who a refresh token belongs to, or null when it is not good.</summary>
    public async Task<Guid?> ReadRefreshAsync(string loginServer, string token) =>
        await ReadAsync(loginServer, token) is { } read
        && read.TryGetPayloadValue<string>(GrantType, out var kind)
        && kind is "refresh_token"
        && read.TryGetPayloadValue<string>(Principal, out var principal)
            ? Guid.Parse(principal)
            : null;

    /// <summary>What an access token is good for, or null when it is not good at all.</summary>
    public async Task<IReadOnlyList<RegistryScope>?> ReadAccessAsync(string loginServer, string token) =>
        await ReadAsync(loginServer, token) is { } read && read.TryGetPayloadValue<JsonElement>(Access, out var access)
            ? access.Deserialize(SandboxJson.Compact.TypeInfo<IReadOnlyList<RegistryScope>>())
            : null;

    private string Issue(string loginServer, TimeSpan lifetime, Dictionary<string, object> claims)
    {
        var now = _sandbox.Now.UtcDateTime;
        claims["jti"] = _sandbox.Random.NewGuid().ToString();
        claims["version"] = 1;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = loginServer,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
        });
    }

    private async Task<JsonWebToken?> ReadAsync(string loginServer, string token)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = loginServer,
            IssuerSigningKey = _key,
            LifetimeValidator = (_, expires, _, _) => _sandbox.Now.UtcDateTime < expires,
        });
        return result.IsValid ? result.SecurityToken as JsonWebToken : null;
    }

    internal sealed record StoredSecret(byte[] Secret);
}
