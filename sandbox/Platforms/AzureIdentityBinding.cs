namespace Provisioning.Sandbox.Platforms;

/// <summary>A manifest of AAD Pod Identity that gives an identity to the pods with a label.</summary>
/// <param name="Namespace">Its namespace, in which the identity is looked for too.</param>
/// <param name="Name">Its name.</param>
/// <param name="Identity">Name of the <see cref="AzureIdentity"/>.</param>
/// <param name="Selector">Value of the pods' label <c>aadpodidbinding</c>.</param>
internal sealed record AzureIdentityBinding(string Namespace, string Name, string Identity, string Selector);
