using System.Collections.Immutable;
using System.Security.Cryptography;
using Provisioning.Engine.Projects;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Secrets;

/// <summary>
/// Chooses what the secrets of a stack are encrypted with. A manager whose key cannot be had is still returned, and
/// refuses its first use.
/// </summary>
/// <param name="passphrases">Where the passphrase comes from.</param>
/// <param name="random">Where salts and nonces come from.</param>
/// <param name="newPassphrase">The passphrase that secrets may have already while it is being changed; null otherwise.</param>
public sealed class SecretsManagers(IPassphraseSource passphrases, RandomNumberGenerator random, string? newPassphrase = null)
{
    internal const string NoPassphrase =
        "The stack's secrets need a passphrase; set PULUMI_CONFIG_PASSPHRASE, or PULUMI_CONFIG_PASSPHRASE_FILE to a file that holds it.";

    /// <summary>The vaults whose keys can be used.</summary>
    public SecretsKeepers Keepers { get; init; } = SecretsKeepers.None;

    /// <summary>
    /// The manager that a stack's settings ask for. When they have no salt or data key yet, the first encryption makes one.
    /// </summary>
    /// <param name="settings">The settings.</param>
    /// <param name="save">Keeps what finds a new key again in the settings.</param>
    /// <param name="cancellationToken">Stops asking for the passphrase.</param>
    /// <exception cref="SecretsException">The settings are damaged.</exception>
    public async Task<ISecretsManager> ForSettingsAsync(
        StackSettings settings, Func<SecretsSettings, CancellationToken, Task> save, CancellationToken cancellationToken)
    {
        if (settings.SecretsProvider is not (null or "" or "default" or PassphraseSecretsManager.TypeName))
        {
            return string.IsNullOrEmpty(settings.EncryptedKey)
                ? new DeferredSecretsManager(CloudSecretsManager.TypeName, token => CreateAsync(new SecretsChoice.VaultKey(settings.SecretsProvider), token), save)
                : Cloud(CloudSecretsManager.StateOf(new SecretsSettings { Provider = settings.SecretsProvider, EncryptedKey = settings.EncryptedKey }));
        }

        if (string.IsNullOrEmpty(settings.EncryptionSalt))
            return new DeferredSecretsManager(PassphraseSecretsManager.TypeName, CreateWithPassphraseAsync, save);

        return EncryptionSalt.TryParse(settings.EncryptionSalt, out var salt)
            ? await PassphraseAsync(salt, cancellationToken).ConfigureAwait(false)
            : throw new SecretsException("The 'encryptionsalt' of the stack's settings does not have the form v1:<salt>:v1:<nonce>:<data>; restore that line.");
    }

    /// <summary>The manager that a state was written with; the one of the settings, if given, when it is the same.</summary>
    /// <exception cref="SecretsException">The state names a kind of manager this engine does not know.</exception>
    public async Task<ISecretsManager> ForStateAsync(SecretsProviderState state, ISecretsManager? configured, CancellationToken cancellationToken)
    {
        if (configured is not null && state.Type == configured.Type && state.StateJson == configured.StateJson)
            return configured;

        return state.Type switch
        {
            PassphraseSecretsManager.TypeName => await PassphraseAsync(PassphraseSecretsManager.SaltOf(state.StateJson), cancellationToken).ConfigureAwait(false),
            CloudSecretsManager.TypeName => Cloud(state.StateJson),
            _ => throw new SecretsException(
                SecretsRefusal.UnusableProvider, $"The state was encrypted by the secrets provider '{state.Type}', which this engine does not have; change it with 'pulumi stack change-secrets-provider'."),
        };
    }

    /// <summary>A manager with a new key.</summary>
    /// <exception cref="SecretsException">The vault refused, or there is no such kind of vault.</exception>
    internal async Task<IKeyedSecretsManager> CreateAsync(SecretsChoice choice, CancellationToken cancellationToken) => choice switch
    {
        SecretsChoice.Passphrase passphrase => await PassphraseSecretsManager.CreateAsync(passphrase.Text, random, cancellationToken).ConfigureAwait(false),
        SecretsChoice.VaultKey key => await CloudSecretsManager.CreateAsync(key.Url, Keepers, random, cancellationToken).ConfigureAwait(false),
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "Unknown choice."),
    };

    private async Task<IKeyedSecretsManager> CreateWithPassphraseAsync(CancellationToken cancellationToken)
    {
        var passphrase = await passphrases.GetAsync(cancellationToken).ConfigureAwait(false) ?? throw new SecretsException(NoPassphrase);
        return await CreateAsync(new SecretsChoice.Passphrase(passphrase), cancellationToken).ConfigureAwait(false);
    }

    private async Task<ISecretsManager> PassphraseAsync(EncryptionSalt salt, CancellationToken cancellationToken)
    {
        var passphrase = await passphrases.GetAsync(cancellationToken).ConfigureAwait(false);
        var candidates = new[] { passphrase, newPassphrase }.OfType<string>().ToImmutableArray();
        return candidates.IsEmpty
            ? new LockedSecretsManager(PassphraseSecretsManager.TypeName, PassphraseSecretsManager.StateOf(salt), new SecretsException(NoPassphrase))
            : PassphraseSecretsManager.Open(salt, candidates, random);
    }

    private ISecretsManager Cloud(string stateJson)
    {
        try
        {
            return CloudSecretsManager.Open(stateJson, Keepers, random);
        }
        catch (SecretsException reason)
        {
            return new LockedSecretsManager(CloudSecretsManager.TypeName, stateJson, reason);
        }
    }
}
