namespace Provisioning.Engine.Secrets;

/// <summary>
/// Encrypts and decrypts the secrets of one stack. Ciphertexts have Pulumi's form <c>v1:&lt;nonce&gt;:&lt;data&gt;</c>.
/// Thread-safe.
/// </summary>
public interface ISecretsManager
{
    /// <summary>The name in <c>secrets_providers.type</c>: <c>passphrase</c>, <c>cloud</c>.</summary>
    string Type { get; }

    /// <summary>
    /// The manager's own state as compact JSON, as it stands in <c>secrets_providers.state</c>; byte-stable for
    /// one stack. Empty before a stack's first secret; the state then names no manager.
    /// </summary>
    string StateJson { get; }

    /// <summary>Encrypts a text with a fresh nonce.</summary>
    /// <exception cref="SecretsException">The key cannot be had (no or wrong passphrase).</exception>
    ValueTask<string> EncryptAsync(string plaintext, CancellationToken cancellationToken);

    /// <summary>Decrypts a ciphertext.</summary>
    /// <exception cref="SecretsException">The key cannot be had, or the ciphertext is damaged.</exception>
    ValueTask<string> DecryptAsync(string ciphertext, CancellationToken cancellationToken);
}
