using Azure.Core;
using Azure.Core.Pipeline;

namespace Provisioning.Backends.Azure.KeyVault;

/// <summary>How vaults are reached.</summary>
/// <param name="Credential">Who asks.</param>
/// <param name="Transport">Sends requests, and decides whom to trust.</param>
public sealed record KeyVaultConnection(TokenCredential Credential, HttpPipelineTransport Transport);
