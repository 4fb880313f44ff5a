using System.Collections.Immutable;

namespace Provisioning.Infra.Model.Hosts;

/// <summary>Pulumi Deployments of one stack (<c>pulumiCloud</c> with a stack). Each operation has a subject of its own.</summary>
public sealed record PulumiDeployment : WorkloadHost
{
    /// <summary>Issuer of Pulumi Cloud.</summary>
    public static Issuer PublicIssuer { get; } = Issuer.Parse("https://api.pulumi.com/oidc");

    /// <summary>Name of the organization, which is also the audience of the tokens.</summary>
    public required string Organization { get; init; }

    /// <summary>Name of the project.</summary>
    public required string Project { get; init; }

    /// <summary>Name of the stack.</summary>
    public required string Stack { get; init; }

    /// <summary>Operations: <c>preview</c>, <c>update</c>, <c>refresh</c>, <c>destroy</c>.</summary>
    public required ImmutableArray<string> Operations { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<FederatedTrust> Trusts =>
    [
        .. Operations.Select(operation => new FederatedTrust(
            new TrustIssuer.Known(PublicIssuer),
            new Subject($"pulumi:deploy:org:{Organization}:project:{Project}:stack:{Stack}:operation:{operation}:scope:write"),
            operation) { Audience = Organization }),
    ];
}
