using Pulumi;

namespace Provisioning.Infra.Components;

/// <summary>
/// What this program reads of an Arc-connected cluster. The package's own class lacks the OIDC issuer, which azure-native leaves
/// out as long as it reads Arc clusters in version 2024-02-01-preview; providers that read a newer version return it.
/// </summary>
[OutputType]
internal sealed class ArcClusterResult
{
    /// <summary>The issuer; null when the provider does not read it or the cluster has none.</summary>
    public readonly ArcIssuerProfile? OidcIssuerProfile;

    [OutputConstructor]
    private ArcClusterResult(ArcIssuerProfile? oidcIssuerProfile) => OidcIssuerProfile = oidcIssuerProfile;
}
