namespace Provisioning.Sandbox.Platforms;

/// <summary>A manifest of AAD Pod Identity that names an identity (<c>aadpodidentity.k8s.io/v1</c>).</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">0 for a user-assigned identity; the sandbox has no other.</param>
/// <param name="ResourceId">Azure id of the identity.</param>
/// <param name="ClientId">Client id of the identity.</param>
internal sealed record AzureIdentity(string Namespace, string Name, int Type, string ResourceId, string ClientId);
