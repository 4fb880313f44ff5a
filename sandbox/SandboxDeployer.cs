namespace Provisioning.Sandbox;

/// <summary>The application "provisioner": Owner of the subscription, signed in by a federated token instead of a secret.</summary>
/// <param name="ClientId">Application id, for <c>AZURE_CLIENT_ID</c>.</param>
/// <param name="ObjectId">Object id of its service principal.</param>
/// <param name="TokenFile">File with the current token of the developer issuer, for <c>AZURE_FEDERATED_TOKEN_FILE</c>. Renewed while the sandbox runs.</param>
public sealed record SandboxDeployer(Guid ClientId, Guid ObjectId, string TokenFile);
