using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ManagedIdentity;

/// <summary>Lists the federated credentials of a user-assigned identity.</summary>
internal sealed class ListFederatedIdentityCredentials() : ListResources(ManagedIdentityTypes.FederatedIdentityCredentials);
