using System.Security.Cryptography;

namespace Provisioning.Engine.Secrets;

/// <summary>
/// The passphrase manager of a stack that has no secret yet. The first encryption makes a salt and has it saved; until
/// then the stack's files say nothing about secrets.
/// </summary>
/// <param name="passphrases">Where the passphrase comes from.</param>
/// <param name="save">Keeps the salt in the stack's settings.</param>
/// <param name="random">Where the salt and nonces come from.</param>
internal sealed class DeferredSecretsManager(
    IPassphraseSource passphrases, Func<EncryptionSalt, CancellationToken, Task> save, RandomNumberGenerator random) : ISecretsManager
{
    private readonly SemaphoreSlim creation = new(1, 1);
    private volatile PassphraseSecretsManager? created;

    /// <inheritdoc/>
    public string Type => PassphraseSecretsManager.TypeName;

    /// <summary>Empty until the first encryption.</summary>
    public string StateJson => created?.StateJson ?? "";

    /// <inheritdoc/>
    public async ValueTask<string> EncryptAsync(string plaintext, CancellationToken cancellationToken)
    {
        var manager = created ?? await CreateAsync(cancellationToken).ConfigureAwait(false);
        return await manager.EncryptAsync(plaintext, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<string> DecryptAsync(string ciphertext, CancellationToken cancellationToken) =>
        created?.DecryptAsync(ciphertext, cancellationToken)
        ?? throw new SecretsException("The stack has a secret and its settings have no 'encryptionsalt' to decrypt it with; restore that line of the settings file.");

    private async Task<PassphraseSecretsManager> CreateAsync(CancellationToken cancellationToken)
    {
        // Guards `created`: one salt, whoever asks first.
        await creation.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (created is { } existing)
                return existing;

            var passphrase = await passphrases.GetAsync(cancellationToken).ConfigureAwait(false)
                ?? throw new SecretsException(SecretsManagers.NoPassphrase);
            var manager = await PassphraseSecretsManager.CreateAsync(passphrase, random, cancellationToken).ConfigureAwait(false);
            await save(manager.Salt, cancellationToken).ConfigureAwait(false);
            return created = manager;
        }
        finally
        {
            creation.Release();
        }
    }
}
