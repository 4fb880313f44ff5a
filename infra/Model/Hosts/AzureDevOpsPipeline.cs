using System.Collections.Immutable;

namespace Provisioning.Infra.Model.Hosts;

/// <summary>
/// An Azure DevOps service connection (<c>azureDevOps</c>). Older connections get tokens from an issuer of the organization, newer
/// ones from Entra.
/// </summary>
public sealed record AzureDevOpsPipeline : WorkloadHost
{
    /// <summary>Name of the organization.</summary>
    public required string Organization { get; init; }

    /// <summary>GUID of the organization, which its issuer or the connection's subject carries.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>Name of the project.</summary>
    public required string Project { get; init; }

    /// <summary>The service connection, by what its subject carries.</summary>
    public required AzureDevOpsConnection Connection { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<FederatedTrust> Trusts => Connection switch
    {
        AzureDevOpsConnection.OfOrganization named => One(
            Issuer.Parse($"https://vstoken.dev.azure.com/{OrganizationId:D}"), $"sc://{Organization}/{Project}/{named.Name}"),
        AzureDevOpsConnection.OfEntra entra => One(
            Issuer.Parse($"https://login.microsoftonline.com/{entra.Tenant:D}/v2.0"), $"{entra.Prefix}/sc/{OrganizationId:D}/{entra.Id:D}"),
        _ => throw new InvalidOperationException($"Unknown service connection {Connection}."),
    };
}
