using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Provisioning.Engine.Projects;
using Provisioning.Engine.State;
using Provisioning.Engine.State.Json;

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
    /// <summary>The name in <c>secrets_providers.type</c> of keys in a vault.</summary>
    private const string CloudTypeName = "cloud";

    internal const string NoPassphrase =
        "The stack's secrets need a passphrase; set PULUMI_CONFIG_PASSPHRASE, or PULUMI_CONFIG_PASSPHRASE_FILE to a file that holds it.";

    /// <summary>
    /// The manager that a stack's settings ask for. When they have no salt yet, the first encryption makes one.
    /// </summary>
    /// <param name="settings">The settings.</param>
    /// <param name="save">Keeps a new salt in the settings.</param>
    /// <param name="cancellationToken">Stops asking for the passphrase.</param>
    /// <exception cref="SecretsException">The settings are damaged.</exception>
    public async Task<ISecretsManager> ForSettingsAsync(
        StackSettings settings, Func<EncryptionSalt, CancellationToken, Task> save, CancellationToken cancellationToken)
    {
        if (settings.SecretsProvider is not (null or "" or "default" or PassphraseSecretsManager.TypeName))
            return Cloud(CloudState(settings.SecretsProvider, settings.EncryptedKey ?? ""), settings.SecretsProvider);
        if (string.IsNullOrEmpty(settings.EncryptionSalt))
            return new DeferredSecretsManager(passphrases, save, random);

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
            CloudTypeName => Cloud(state.StateJson, "in its state"),
            _ => throw new SecretsException($"The state was encrypted by the secrets provider '{state.Type}', which this engine does not have; change it with 'pulumi stack change-secrets-provider'."),
        };
    }

    private async Task<ISecretsManager> PassphraseAsync(EncryptionSalt salt, CancellationToken cancellationToken)
    {
        var passphrase = await passphrases.GetAsync(cancellationToken).ConfigureAwait(false);
        var candidates = new[] { passphrase, newPassphrase }.OfType<string>().ToImmutableArray();
        return candidates.IsEmpty
            ? new LockedSecretsManager(PassphraseSecretsManager.TypeName, PassphraseSecretsManager.StateOf(salt), NoPassphrase)
            : PassphraseSecretsManager.Open(salt, candidates, random);
    }

    private static LockedSecretsManager Cloud(string stateJson, string where) => new(
        CloudTypeName,
        stateJson,
        $"The stack's secrets are encrypted by a key in a vault ({where}), which this engine does not support yet; change it with 'pulumi stack change-secrets-provider passphrase'.");

    private static string CloudState(string url, string encryptedKey)
    {
        var json = new GoJsonWriter();
        json.StartObject();
        json.Name("url");
        json.String(url);
        if (encryptedKey.Length > 0)
        {
            json.Name("encryptedkey");
            json.String(encryptedKey);
        }

        json.EndObject();
        return Encoding.UTF8.GetString(json.Written);
    }
}
