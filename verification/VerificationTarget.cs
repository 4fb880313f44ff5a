using Azure.Core;
using Azure.Core.Pipeline;

namespace Provisioning.Verification;

/// <summary>The cloud that a stack was deployed to, and who looks at it.</summary>
public sealed record VerificationTarget
{
    /// <summary>The scope of the tokens that Deep Lake takes: those for Azure Resource Manager in the public cloud.</summary>
    public const string DeepLakeScope = "https://management.azure.com/.default";

    /// <summary>How bytes travel, and whose certificates are trusted.</summary>
    public required HttpPipelineTransport Transport { get; init; }

    /// <summary>Who looks at role assignments and resources: the deployer, or anybody with the role Reader.</summary>
    public required TokenCredential Observer { get; init; }

    /// <summary>The tenant of the identities.</summary>
    public required string TenantId { get; init; }

    /// <summary>The subscription of the stack.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Entra's address.</summary>
    public required Uri Authority { get; init; }

    /// <summary>Whether the authority must be taken as it is, because the public cloud does not know it.</summary>
    public required bool IsPrivate { get; init; }

    /// <summary>Azure Resource Manager's address.</summary>
    public required Uri ResourceManager { get; init; }

    /// <summary>The scope of tokens for Azure Resource Manager.</summary>
    public required string ResourceManagerScope { get; init; }

    /// <summary>The scope of tokens for key vaults.</summary>
    public required string VaultScope { get; init; }

    /// <summary>Deep Lake's address where the document names none.</summary>
    public required Uri DeepLake { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }
}
