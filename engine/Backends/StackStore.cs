using System.Collections.Immutable;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Secrets;
using Provisioning.Engine.State;
using Provisioning.Engine.State.Editing;

namespace Provisioning.Engine.Backends;

/// <summary>
/// One stack of a project with all that is stored of it: settings, secrets, state, journal, history. This is what
/// commands work with. Not thread-safe, but for <see cref="Secrets"/>.
/// </summary>
public sealed class StackStore
{
    private readonly StackStoreOptions options;
    private readonly StackSettingsStore settings;
    private readonly StateStore states;
    private readonly SecretsManagers managers;

    private StackStore(StackStoreOptions options, SecretsManagers managers, StackSettingsStore settings, ISecretsManager secrets)
    {
        this.options = options;
        this.managers = managers;
        this.settings = settings;
        Secrets = secrets;
        states = new StateStore(options.Backend, options.Stack, managers, secrets, options.Time);
    }

    /// <summary>The project.</summary>
    public Project Project => options.Project;

    /// <summary>The stack.</summary>
    public StackReference Stack => options.Stack;

    /// <summary>Where its state is.</summary>
    public IStateBackend Backend => options.Backend;

    /// <summary>Its settings as they are now.</summary>
    public StackSettings Settings => settings.File.Settings;

    /// <summary>What its settings say to encrypt secrets with. Its key is being got while other work goes on.</summary>
    public ISecretsManager Secrets { get; }

    /// <summary>Opens a stack: reads its settings and starts to get the key of its secrets.</summary>
    /// <exception cref="ProjectException">The settings cannot be used.</exception>
    /// <exception cref="SecretsException">The settings of secrets cannot be used.</exception>
    public static async Task<StackStore> OpenAsync(StackStoreOptions options, CancellationToken cancellationToken)
    {
        var managers = new SecretsManagers(options.Passphrases, options.Random, (options.NewSecrets as SecretsChoice.Passphrase)?.Text) { Keepers = options.Keepers };
        var file = await StackSettingsFile.LoadAsync(options.Project, options.Stack.Stack, cancellationToken).ConfigureAwait(false);
        var settings = new StackSettingsStore(file);
        var secrets = await managers.ForSettingsAsync(
            file.Settings, (saved, token) => settings.UpdateAsync(current => current.WithSecrets(saved), token), cancellationToken).ConfigureAwait(false);
        return new StackStore(options, managers, settings, secrets);
    }

    /// <summary>Whether the stack exists in the backend.</summary>
    public Task<bool> ExistsAsync(CancellationToken cancellationToken) => Backend.ExistsAsync(Stack, cancellationToken);

    /// <summary>Creates the stack, without resources.</summary>
    /// <exception cref="BackendException">It exists.</exception>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (!await TryCreateAsync(cancellationToken).ConfigureAwait(false))
            throw new BackendException($"The stack '{Stack}' exists already; select it with 'stack select {Stack.Stack}'.");
    }

    /// <summary>Creates the stack, without resources, unless it exists.</summary>
    public async Task EnsureCreatedAsync(CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(cancellationToken).ConfigureAwait(false))
            await TryCreateAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes the stack with its history. Its last state stays as <c>.bak</c>, and so do its backups.</summary>
    /// <param name="force">Also remove it when it has resources, which stay in the cloud.</param>
    /// <param name="cancellationToken">Stops before removing.</param>
    /// <exception cref="StackLockedException">Somebody else changes the stack.</exception>
    /// <exception cref="StackNotFoundException">The stack does not exist.</exception>
    /// <exception cref="StateEditException">It has resources, or operations that did not end.</exception>
    public async Task RemoveAsync(bool force, CancellationToken cancellationToken)
    {
        var held = await Backend.LockAsync(Stack, cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            await states.ReadCheckpointAsync(cancellationToken).ConfigureAwait(false);

            // With force it is not read: removing is also what is left for a damaged one.
            if (!force && (await LoadAsync(cancellationToken).ConfigureAwait(false)).Snapshot is var snapshot
                && (snapshot.Resources.Any(resource => resource.Type != Urn.StackType) || !snapshot.PendingOperations.IsEmpty))
            {
                throw new StateEditException(
                    StateEditRefusal.StackNotEmpty, $"The stack '{Stack}' still has resources, so it is not removed; run 'destroy' first, or give --force to leave them in the cloud.");
            }

            await Backend.RemoveStackAsync(Stack, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Gives the stack another name, as <see cref="StackRename"/> says. The store is not to be used afterwards.
    /// </summary>
    /// <param name="to">The new name.</param>
    /// <param name="follow">Has the selection follow, before the rename counts as done.</param>
    /// <param name="cancellationToken">Stops as an interruption does; running it again ends it.</param>
    /// <exception cref="StackLockedException">Somebody else changes one of both.</exception>
    /// <exception cref="StackNotFoundException">The stack does not exist.</exception>
    /// <exception cref="StateEditException">It cannot have the name.</exception>
    /// <exception cref="StateException">The state or the journal is damaged.</exception>
    public Task RenameAsync(StackReference to, Func<CancellationToken, Task> follow, CancellationToken cancellationToken) =>
        new StackRename(this, to).RunAsync(follow, cancellationToken);

    /// <summary>The configuration for the program.</summary>
    /// <param name="validate">Whether what the project declares must be there, see <see cref="ConfigResolver"/>.</param>
    /// <param name="cancellationToken">Stops decrypting.</param>
    public Task<ProgramConfiguration> ResolveConfigAsync(bool validate, CancellationToken cancellationToken) =>
        new ConfigResolver(Project, Stack.Stack, Secrets).ResolveAsync(Settings, validate, cancellationToken);

    /// <summary>
    /// A configuration value of the settings file with its secrets decrypted: scalars as text, maps and lists as JSON; null
    /// when there is none.
    /// </summary>
    public async Task<string?> FindConfigAsync(ConfigPath path, CancellationToken cancellationToken)
    {
        return ConfigEdits.Find(Settings.Config.GetValueOrDefault(path.Key), path.Steps.AsSpan()) is { } value
            ? await ConfigTextAsync(value, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>A configuration value with its secrets decrypted: scalars as text, maps and lists as JSON.</summary>
    /// <exception cref="SecretsException">A secret cannot be decrypted.</exception>
    public async Task<string> ConfigTextAsync(ConfigValue value, CancellationToken cancellationToken)
    {
        var plain = await new ConfigResolver(Project, Stack.Stack, Secrets).DecryptAsync(value, cancellationToken).ConfigureAwait(false);
        return plain is ConfigValue.Plain scalar ? scalar.Text : ConfigJson.Text(plain);
    }

    /// <summary>The configuration with the project's defaults, secrets encrypted: what <see cref="ResolveConfigAsync"/> decrypts.</summary>
    public ImmutableSortedDictionary<ConfigKey, ConfigValue> EncryptedConfig => ConfigResolver.WithDefaults(Project, Settings);

    /// <summary>What the secrets of the state are written with; settings that name no key yet leave it to the state.</summary>
    /// <exception cref="StateException">The state is damaged.</exception>
    public async Task<ISecretsManager> StateSecretsAsync(CancellationToken cancellationToken) =>
        await Backend.ReadCheckpointAsync(Stack, cancellationToken).ConfigureAwait(false) is { } checkpoint
            ? (await states.SecretsOfAsync(StateDocument.ParseCheckpoint(checkpoint, $"The state of '{Stack}'"), cancellationToken).ConfigureAwait(false)).Writer
            : Secrets;

    /// <summary>Sets a configuration value in the settings file.</summary>
    public Task SetConfigAsync(ConfigPath path, ConfigValue value, CancellationToken cancellationToken) =>
        settings.UpdateAsync(file => file.WithConfig(path, value), cancellationToken);

    /// <summary>Sets a configuration value in the settings file, encrypted.</summary>
    public async Task SetSecretConfigAsync(ConfigPath path, string plaintext, CancellationToken cancellationToken) =>
        await SetConfigAsync(
            path, new ConfigValue.Secure(await Secrets.EncryptAsync(plaintext, cancellationToken).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);

    /// <summary>Removes a configuration value from the settings file.</summary>
    public Task RemoveConfigAsync(ConfigPath path, CancellationToken cancellationToken) =>
        settings.UpdateAsync(file => file.WithoutConfig(path), cancellationToken);

    /// <summary>
    /// Reads the state without a lock, as previews do. What an interrupted operation had done is applied in memory only.
    /// </summary>
    /// <exception cref="StackNotFoundException">The stack does not exist.</exception>
    /// <exception cref="StateException">The state or the journal is damaged.</exception>
    public Task<StackState> LoadAsync(CancellationToken cancellationToken) => states.LoadAsync(options.VerifyIntegrity, cancellationToken);

    /// <summary>Reads a state that may break rules, as <c>state repair</c> does, without a lock.</summary>
    /// <exception cref="StackNotFoundException">The stack does not exist.</exception>
    /// <exception cref="StateException">The state cannot even be read.</exception>
    public Task<StackState> LoadUnverifiedAsync(CancellationToken cancellationToken) => states.LoadAsync(verifyIntegrity: false, cancellationToken);

    /// <summary>
    /// Becomes the one writer of the stack, and reads its state. What an interrupted operation had done is stored first.
    /// </summary>
    /// <exception cref="StackLockedException">Somebody else changes the stack.</exception>
    /// <exception cref="StackNotFoundException">The stack does not exist.</exception>
    /// <exception cref="StateException">The state or the journal is damaged.</exception>
    public Task<StackSession> BeginAsync(CancellationToken cancellationToken) => states.BeginAsync(options.VerifyIntegrity, cancellationToken);

    /// <summary>Becomes the one writer of a stack whose state may break rules; whoever writes it must keep them.</summary>
    /// <exception cref="StackLockedException">Somebody else changes the stack.</exception>
    /// <exception cref="StackNotFoundException">The stack does not exist.</exception>
    /// <exception cref="StateException">The state or the journal cannot even be read.</exception>
    public Task<StackSession> BeginUnverifiedAsync(CancellationToken cancellationToken) => states.BeginAsync(verifyIntegrity: false, cancellationToken);

    /// <summary>What <c>stack export</c> prints.</summary>
    /// <param name="showSecrets">Secrets in plain instead of encrypted.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="StackNotFoundException">The stack does not exist.</exception>
    /// <exception cref="StateException">The state or the journal is damaged.</exception>
    public Task<byte[]> ExportAsync(bool showSecrets, CancellationToken cancellationToken) =>
        new StackTransfer(Stack, Backend, states, options.VerifyIntegrity).ExportAsync(showSecrets, cancellationToken);

    /// <summary>Replaces the state by an export, as <see cref="StackTransfer"/> says.</summary>
    /// <param name="export">The export's content.</param>
    /// <param name="source">What messages call it.</param>
    /// <param name="force">Also take what belongs to another stack, or breaks a rule.</param>
    /// <param name="cancellationToken">Stops before writing.</param>
    /// <returns>The operations that were dropped.</returns>
    /// <exception cref="StackLockedException">Somebody else changes the stack.</exception>
    /// <exception cref="StateException">The export cannot be used.</exception>
    public Task<IReadOnlyList<PendingOperation>> ImportAsync(ReadOnlyMemory<byte> export, string source, bool force, CancellationToken cancellationToken) =>
        new StackTransfer(Stack, Backend, states, options.VerifyIntegrity && !force).ImportAsync(export, source, force, cancellationToken);

    /// <summary>
    /// Writes down what the secrets of a new stack are to be encrypted with. Settings that say the same stay as they are. The store is
    /// not to be used for secrets afterwards.
    /// </summary>
    /// <exception cref="SecretsException">The settings have secrets of another key already, or the vault refused; nothing was written.</exception>
    /// <exception cref="ProjectException">The settings cannot be changed; nothing was written.</exception>
    public Task ChooseSecretsProviderAsync(SecretsChoice choice, CancellationToken cancellationToken) =>
        new StackSecretsProvider(this, settings, managers).ChooseAsync(choice, cancellationToken);

    /// <summary>
    /// Encrypts all secrets of the state and the settings anew, with the <see cref="StackStoreOptions.NewSecrets"/> that the stack was opened
    /// with. When it is interrupted between the two files, doing it again ends it. The store is not to be used afterwards.
    /// </summary>
    /// <exception cref="StackLockedException">Somebody else changes the stack.</exception>
    /// <exception cref="SecretsException">A secret cannot be decrypted, or the vault of the new key refused; nothing was written.</exception>
    /// <exception cref="ProjectException">The settings cannot be changed; nothing was written.</exception>
    public Task ChangeSecretsProviderAsync(CancellationToken cancellationToken) =>
        new StackSecretsProvider(this, settings, managers).ChangeAsync(
            options.NewSecrets ?? throw new InvalidOperationException("The stack was opened without new secrets."), options.VerifyIntegrity, cancellationToken);

    /// <summary>Creates the stack; false when it exists, maybe since another process was quicker.</summary>
    private async Task<bool> TryCreateAsync(CancellationToken cancellationToken)
    {
        var held = await Backend.LockAsync(Stack, cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            if (await ExistsAsync(cancellationToken).ConfigureAwait(false))
                return false;
            await Backend.WriteCheckpointAsync(Stack, StateDocument.NewStack(Stack.FullName), cancellationToken).ConfigureAwait(false);
            return true;
        }
    }
}
