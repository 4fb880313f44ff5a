using System.Collections.Immutable;

namespace Provisioning.Infra.Model.Hosts;

/// <summary>A GitLab CI job (<c>gitlab</c>).</summary>
public sealed record GitLabPipeline : WorkloadHost
{
    /// <summary>Address of gitlab.com, which is its issuer too.</summary>
    public static Issuer PublicIssuer { get; } = Issuer.Parse("https://gitlab.com");

    /// <summary>Address of the instance.</summary>
    public required Issuer Issuer { get; init; }

    /// <summary>Path of the project: <c>group/subgroup/project</c>.</summary>
    public required string Project { get; init; }

    /// <summary>Branch or tag.</summary>
    public required string Ref { get; init; }

    /// <summary>Whether <see cref="Ref"/> is a tag.</summary>
    public required bool IsTag { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<FederatedTrust> Trusts =>
        One(Issuer, $"project_path:{Project}:ref_type:{(IsTag ? "tag" : "branch")}:ref:{Ref}");
}
