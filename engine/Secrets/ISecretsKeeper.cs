namespace Provisioning.Engine.Secrets;

/// <summary>
/// A key that never leaves its vault and encrypts the data keys of stacks; Pulumi calls it a keeper. Nothing is asked of the
/// vault before the first call. Thread-safe.
/// </summary>
public interface ISecretsKeeper
{
    /// <summary>Encrypts a new data key.</summary>
    /// <exception cref="SecretsException">The vault refused, or does not answer.</exception>
    Task<EncryptedDataKey> EncryptAsync(byte[] dataKey, CancellationToken cancellationToken);

    /// <summary>Decrypts a data key, given in the form that <see cref="EncryptAsync"/> returned, or an older one of Pulumi.</summary>
    /// <exception cref="SecretsException">The vault refused, does not answer, or did not encrypt this.</exception>
    Task<byte[]> DecryptAsync(byte[] encrypted, CancellationToken cancellationToken);
}
