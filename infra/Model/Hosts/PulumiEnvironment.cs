using System.Collections.Immutable;

namespace Provisioning.Infra.Model.Hosts;

/// <summary>
/// A Pulumi ESC environment that logs in to Azure (<c>pulumiCloud</c> with an environment). When Pulumi IaC opens it, the last
/// part of the subject is literally <c>&lt;yaml&gt;</c>; name the environment so to trust that.
/// </summary>
public sealed record PulumiEnvironment : WorkloadHost
{
    /// <summary>Name of the organization.</summary>
    public required string Organization { get; init; }

    /// <summary>Project of the environment.</summary>
    public required string Project { get; init; }

    /// <summary>Name of the environment.</summary>
    public required string Environment { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<FederatedTrust> Trusts =>
    [
        new FederatedTrust(
            new TrustIssuer.Known(PulumiDeployment.PublicIssuer),
            new Subject($"pulumi:environments:org:{Organization}:env:{Project}/{Environment}"),
            "") { Audience = Project == "default" ? Organization : $"azure:{Organization}" },
    ];
}
