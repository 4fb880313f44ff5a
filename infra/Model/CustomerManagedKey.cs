namespace Provisioning.Infra.Model;

/// <summary>The key of the organization that encrypts a workspace's data.</summary>
/// <param name="Vault">Vault of the key; it has purge protection.</param>
/// <param name="Key">Name of the key in the vault, optionally with a version: <c>workspace</c> or <c>workspace/0123…</c>.</param>
/// <param name="Identity">Identity that Azure ML uses the key with; null for the workspace's own.</param>
public sealed record CustomerManagedKey(Reference<Vault> Vault, string Key, Reference<Identity>? Identity);
