using System.Collections.Immutable;

namespace Provisioning.Infra.Model.Hosts;

/// <summary>
/// An Azure DevOps service connection (<c>azureDevOps</c>). Connections made with the Entra issuer show an issuer and subject of
/// their own, which belong under <c>federation</c> instead.
/// </summary>
public sealed record AzureDevOpsPipeline : WorkloadHost
{
    /// <summary>Name of the organization.</summary>
    public required string Organization { get; init; }

    /// <summary>GUID of the organization, which its issuer carries.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>Name of the project.</summary>
    public required string Project { get; init; }

    /// <summary>Name of the service connection.</summary>
    public required string ServiceConnection { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<FederatedTrust> Trusts => One(
        Issuer.Parse($"https://vstoken.dev.azure.com/{OrganizationId:D}"), $"sc://{Organization}/{Project}/{ServiceConnection}");
}
