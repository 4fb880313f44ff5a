using Provisioning.Engine.Projects;
using Provisioning.Engine.Secrets;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Backends;

/// <summary>What the secrets of a stack are encrypted with: chosen once, and changed with all that is encrypted.</summary>
/// <param name="store">The stack.</param>
/// <param name="settings">Its settings file.</param>
/// <param name="managers">Gets the keys.</param>
internal sealed class StackSecretsProvider(StackStore store, StackSettingsStore settings, SecretsManagers managers)
{
    /// <summary>Writes the choice into the settings, unless they say the same.</summary>
    /// <param name="choice">What to encrypt with.</param>
    /// <param name="cancellationToken">Stops before writing.</param>
    public async Task ChooseAsync(SecretsChoice choice, CancellationToken cancellationToken)
    {
        if (IsChosen(choice))
            return;
        if (ConfigSecrets.Any(store.Settings))
        {
            throw new SecretsException(
                SecretsRefusal.UnusableProvider,
                $"The settings of '{store.Stack.Stack}' have secrets already, encrypted by {store.Settings.SecretsProvider ?? "a passphrase"}; leave --secrets-provider out, then use 'stack change-secrets-provider'.");
        }

        var chosen = choice is SecretsChoice.VaultKey ? (await managers.CreateAsync(choice, cancellationToken).ConfigureAwait(false)).Settings : new SecretsSettings();
        await settings.UpdateAsync(file => file.WithSecrets(chosen), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Encrypts the secrets of the state, then those of the settings, with another key.</summary>
    /// <param name="choice">What to encrypt with.</param>
    /// <param name="verifyIntegrity">Whether the state must keep the rules.</param>
    /// <param name="cancellationToken">Stops as an interruption does; running it again ends it.</param>
    public async Task ChangeAsync(SecretsChoice choice, bool verifyIntegrity, CancellationToken cancellationToken)
    {
        var session = await store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, session.Lost);
            var manager = await managers.CreateAsync(choice, stop.Token).ConfigureAwait(false);
            var changed = await ConfigSecrets.EncryptAsync(settings.File, store.Secrets, manager, stop.Token).ConfigureAwait(false);
            var checkpoint = await new CheckpointSerializer(manager, verifyIntegrity).WriteCheckpointAsync(store.Stack, session.Base, stop.Token).ConfigureAwait(false);
            await store.Backend.WriteCheckpointAsync(store.Stack, checkpoint, stop.Token).ConfigureAwait(false);
            await settings.UpdateAsync(_ => changed.WithSecrets(manager.Settings), stop.Token).ConfigureAwait(false);
        }
    }

    private bool IsChosen(SecretsChoice choice) => choice switch
    {
        SecretsChoice.VaultKey key => !string.IsNullOrEmpty(store.Settings.EncryptedKey) && IsOf(store.Settings.SecretsProvider ?? "", key.Url),
        SecretsChoice.Passphrase => store.Settings.SecretsProvider is null or "" or "default" or PassphraseSecretsManager.TypeName,
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "Unknown choice."),
    };

    /// <summary>Whether a key is the one that is asked for: the version that encrypted the data key stands behind its name.</summary>
    private static bool IsOf(string url, string asked)
    {
        var (written, wanted) = (url.Split('?', 2), asked.Split('?', 2));
        return url == asked || (written[0].StartsWith($"{wanted[0]}/", StringComparison.Ordinal) && written[1..].SequenceEqual(wanted[1..]));
    }
}
