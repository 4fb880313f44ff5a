using System.Collections.Immutable;

namespace Provisioning.Infra.Model.Hosts;

/// <summary>A workspace of HCP Terraform (<c>terraformCloud</c>). Each run phase has a subject of its own.</summary>
public sealed record TerraformCloudWorkspace : WorkloadHost
{
    /// <summary>Issuer of the American service; it has no slash at the end.</summary>
    public static Issuer PublicIssuer { get; } = Issuer.Parse("https://app.terraform.io");

    /// <summary>Issuer of the tokens.</summary>
    public required Issuer Issuer { get; init; }

    /// <summary>Name of the organization.</summary>
    public required string Organization { get; init; }

    /// <summary>Name of the project.</summary>
    public required string Project { get; init; }

    /// <summary>Name of the workspace.</summary>
    public required string Workspace { get; init; }

    /// <summary>Run phases: <c>plan</c>, <c>apply</c>.</summary>
    public required ImmutableArray<string> Phases { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<FederatedTrust> Trusts =>
    [
        .. Phases.Select(phase => new FederatedTrust(
            new TrustIssuer.Known(Issuer),
            new Subject($"organization:{Organization}:project:{Project}:workspace:{Workspace}:run_phase:{phase}"),
            phase)),
    ];
}
