using Pulumi;

namespace Provisioning.Infra.Components;

/// <summary>The OIDC issuer of an Arc-connected cluster. (AKS spells the member <c>issuerURL</c>.)</summary>
[OutputType]
internal sealed class ArcIssuerProfile
{
    /// <summary>The issuer, byte for byte as in the tokens.</summary>
    public readonly string? IssuerUrl;

    [OutputConstructor]
    private ArcIssuerProfile(string? issuerUrl) => IssuerUrl = issuerUrl;
}
