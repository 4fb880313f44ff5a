namespace Provisioning.Engine.Secrets;

/// <summary>
/// The manager of a stack that has no secret yet. The first encryption makes a key and has what finds it again saved; until
/// then the stack's files say nothing about secrets.
/// </summary>
/// <param name="type">The manager's type.</param>
/// <param name="create">Makes a key.</param>
/// <param name="save">Keeps what finds the key again in the stack's settings.</param>
internal sealed class DeferredSecretsManager(
    string type, Func<CancellationToken, Task<IKeyedSecretsManager>> create, Func<SecretsSettings, CancellationToken, Task> save) : ISecretsManager
{
    private readonly SemaphoreSlim creation = new(1, 1);
    private volatile ISecretsManager? created;

    /// <inheritdoc/>
    public string Type => type;

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
        ?? throw new SecretsException("The stack has a secret and its settings have no 'encryptionsalt' or 'encryptedkey' to decrypt it with; restore that line of the settings file.");

    private async Task<ISecretsManager> CreateAsync(CancellationToken cancellationToken)
    {
        // Guards `created`: one key, whoever asks first.
        await creation.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (created is { } existing)
                return existing;

            var manager = await create(cancellationToken).ConfigureAwait(false);
            await save(manager.Settings, cancellationToken).ConfigureAwait(false);
            return created = manager;
        }
        finally
        {
            creation.Release();
        }
    }
}
