namespace Provisioning.Engine.Secrets;

/// <summary>
/// Stands for a manager whose key cannot be had: it keeps the manager's state, so that work that touches no secret goes
/// on, and refuses the first encryption or decryption with the reason.
/// </summary>
/// <param name="type">The manager's type.</param>
/// <param name="stateJson">The manager's state.</param>
/// <param name="reason">Why the key cannot be had, and what to do.</param>
internal sealed class LockedSecretsManager(string type, string stateJson, SecretsException reason) : ISecretsManager
{
    /// <inheritdoc/>
    public string Type => type;

    /// <inheritdoc/>
    public string StateJson => stateJson;

    /// <inheritdoc/>
    public ValueTask<string> EncryptAsync(string plaintext, CancellationToken cancellationToken) => throw new SecretsException(reason.Refusal, reason.Message, reason);

    /// <inheritdoc/>
    public ValueTask<string> DecryptAsync(string ciphertext, CancellationToken cancellationToken) => throw new SecretsException(reason.Refusal, reason.Message, reason);
}
