using System.Collections.Immutable;
using Microsoft.IdentityModel.Tokens;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Entra;

/// <summary>
/// The keys of outside issuers, as the tenant would fetch them. It reaches the issuers whose tokens the sandbox mints and those whose key
/// set was registered, such as a local Kubernetes cluster; nothing is fetched over a network. Issuers are compared as they are.
/// </summary>
internal sealed class IssuerKeys(SandboxContext context)
{
    private readonly WorldTable<TrustedIssuer> _trusted = context.World.Table<TrustedIssuer>("trustedIssuers");

    /// <summary>Registers the key set of an issuer outside of the sandbox, instead of the one registered before.</summary>
    /// <returns>False, and nothing is done, when the sandbox mints the issuer's tokens itself.</returns>
    /// <exception cref="ArgumentException">The document is no JSON Web Key Set.</exception>
    public bool Trust(TrustedIssuer issuer)
    {
        _ = new JsonWebKeySet(issuer.KeySet);
        if (context.Issuers.FindByIssuer(issuer.Issuer) is not null)
            return false;
        _trusted.Put(issuer.Issuer, issuer);
        return true;
    }

    /// <summary>Whether the key set of an issuer was registered.</summary>
    public bool IsRegistered(string issuer) => _trusted.Find(issuer) is { } trusted && trusted.Issuer == issuer;

    /// <summary>The keys to verify an issuer's tokens with; null when its documents cannot be reached.</summary>
    public ImmutableArray<SecurityKey>? Find(string issuer)
    {
        if (context.Issuers.FindByIssuer(issuer) is { } minted)
            return [minted.PublicKey];
        return _trusted.Find(issuer) is { } trusted && trusted.Issuer == issuer
            ? [.. new JsonWebKeySet(trusted.KeySet).GetSigningKeys()]
            : null;
    }
}
