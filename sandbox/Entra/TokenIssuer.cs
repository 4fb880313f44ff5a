using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Entra;

/// <summary>Issues access tokens with the claims that Entra puts into version 1.0 tokens of service principals.</summary>
/// <remarks>The resource chooses the version; ARM, Graph, storage and vaults all take 1.0.</remarks>
internal sealed class TokenIssuer(SandboxContext context, SigningKey key)
{
    private static readonly TimeSpan ApplicationLifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan ManagedIdentityLifetime = TimeSpan.FromHours(24);

    /// <summary>The signing key.</summary>
    public SigningKey Key { get; } = key;

    /// <summary>Issues a token to a service principal.</summary>
    /// <param name="principal">Who gets it.</param>
    /// <param name="audience">The resource it is for, spelled as it was asked for.</param>
    /// <returns>A token for an hour, or for a day when the principal is a managed identity.</returns>
    public AccessToken Issue(ServicePrincipal principal, string audience)
    {
        var lifetime = principal.Kind switch
        {
            ServicePrincipalKind.Application => ApplicationLifetime,
            ServicePrincipalKind.ManagedIdentity => ManagedIdentityLifetime,
            _ => throw new InvalidOperationException($"Unhandled kind of service principal {principal.Kind}."),
        };
        var now = context.Now;
        var expiresAt = now + lifetime;
        var issuer = IssuerOf(context.Options.TenantId);
        var claims = new JsonObject
        {
            ["aud"] = audience,
            ["iss"] = issuer,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = expiresAt.ToUnixTimeSeconds(),
            ["aio"] = UniquePart(),
            ["appid"] = principal.AppId.ToString(),
            ["appidacr"] = "2",
            ["idp"] = issuer,
            ["idtyp"] = "app",
            ["oid"] = principal.ObjectId.ToString(),
            ["rh"] = UniquePart(),
            ["sub"] = principal.ObjectId.ToString(),
            ["tid"] = context.Options.TenantId.ToString(),
            ["uti"] = UniquePart(),
            ["ver"] = "1.0",
        };
        if (principal.Kind == ServicePrincipalKind.ManagedIdentity)
            claims["xms_mirid"] = ManagedIdentityResource(principal);
        return new AccessToken(Key.Sign(claims.ToJsonString()), lifetime - TimeSpan.FromSeconds(1), expiresAt);
    }

    /// <summary>The <c>iss</c> of a tenant's version 1.0 tokens, whatever host issues them.</summary>
    public static string IssuerOf(Guid tenantId) => $"https://sts.windows.net/{tenantId}/";

    // Entra spells the id of a user-assigned identity with resourcegroups in lower case; a system-assigned one names its owner as is.
    private static string? ManagedIdentityResource(ServicePrincipal principal) =>
        principal.ResourceId?.Contains("/userAssignedIdentities/", StringComparison.OrdinalIgnoreCase) == true
            ? principal.ResourceId.Replace("/resourceGroups/", "/resourcegroups/", StringComparison.Ordinal)
            : principal.ResourceId;

    private string UniquePart() => Base64UrlEncoder.Encode(context.Random.NextBytes(16));
}
