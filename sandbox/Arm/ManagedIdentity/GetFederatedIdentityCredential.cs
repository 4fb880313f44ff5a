using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ManagedIdentity;

/// <summary>Reads a federated credential.</summary>
internal sealed class GetFederatedIdentityCredential() : GetResource(ManagedIdentityTypes.FederatedIdentityCredentials);
