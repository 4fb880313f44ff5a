namespace Provisioning.Engine.Secrets;

/// <summary>Opens the key of a URL, without a request.</summary>
/// <param name="url">The URL as the user wrote it.</param>
/// <exception cref="SecretsException">The URL cannot be used.</exception>
public delegate ISecretsKeeper SecretsKeeperOpener(string url);
