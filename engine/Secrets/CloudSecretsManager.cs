using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Provisioning.Engine.State.Json;

namespace Provisioning.Engine.Secrets;

/// <summary>
/// Encrypts with a random key that is kept encrypted by a key in a vault: Pulumi's <c>cloud</c> provider. The vault is asked once,
/// in the background; the first use waits for its answer.
/// </summary>
public sealed class CloudSecretsManager : IKeyedSecretsManager
{
    /// <summary>The name in <c>secrets_providers.type</c>.</summary>
    public const string TypeName = "cloud";

    private readonly Task<AesGcmCipher> cipher;

    private CloudSecretsManager(SecretsSettings settings, string stateJson, Task<AesGcmCipher> cipher)
    {
        Settings = settings;
        StateJson = stateJson;
        this.cipher = cipher;
    }

    /// <inheritdoc/>
    public string Type => TypeName;

    /// <inheritdoc/>
    public string StateJson { get; }

    /// <summary>The key's URL and the encrypted data key, to be kept in <c>Pulumi.&lt;stack&gt;.yaml</c>.</summary>
    public SecretsSettings Settings { get; }

    /// <summary>The manager of an existing data key; whether the vault decrypts it shows at the first use.</summary>
    /// <param name="state">The manager's state: <c>url</c> and <c>encryptedkey</c>.</param>
    /// <param name="keepers">Opens the key.</param>
    /// <param name="random">Where nonces come from.</param>
    /// <exception cref="SecretsException">The state is incomplete, or its URL cannot be used.</exception>
    public static CloudSecretsManager Open(string state, SecretsKeepers keepers, RandomNumberGenerator random)
    {
        var settings = Parse(state);
        var keeper = keepers.Open(settings.Provider ?? "");
        var encrypted = new byte[settings.EncryptedKey?.Length ?? 0];
        return Convert.TryFromBase64String(settings.EncryptedKey ?? "", encrypted, out var length) && length > 0
            ? new CloudSecretsManager(settings, state, Task.Run(() => DecryptKeyAsync(encrypted[..length], keeper, random)))
            : throw new SecretsException(
                SecretsRefusal.UnusableProvider, $"The 'encryptedkey' that goes with '{settings.Provider}' is missing or no Base64; restore that line of the stack's settings, or a backup of the state.");
    }

    /// <summary>A manager with a new data key.</summary>
    /// <param name="url">The key that is to encrypt it.</param>
    /// <param name="keepers">Opens the key.</param>
    /// <param name="random">Where the data key and nonces come from.</param>
    /// <param name="cancellationToken">Stops asking the vault.</param>
    /// <exception cref="SecretsException">The URL cannot be used, or the vault refused.</exception>
    public static async Task<CloudSecretsManager> CreateAsync(
        string url, SecretsKeepers keepers, RandomNumberGenerator random, CancellationToken cancellationToken)
    {
        var keeper = keepers.Open(url);
        var key = new byte[AesGcmCipher.KeyLength];
        random.GetBytes(key);
        var encrypted = await keeper.EncryptAsync(key, cancellationToken).ConfigureAwait(false);
        var settings = new SecretsSettings { Provider = encrypted.Url, EncryptedKey = Convert.ToBase64String(encrypted.Value) };
        return new CloudSecretsManager(settings, StateOf(settings), Task.FromResult(new AesGcmCipher(key, random)));
    }

    /// <inheritdoc/>
    public async ValueTask<string> EncryptAsync(string plaintext, CancellationToken cancellationToken) =>
        (await cipher.WaitAsync(cancellationToken).ConfigureAwait(false)).Encrypt(plaintext);

    /// <inheritdoc/>
    public async ValueTask<string> DecryptAsync(string ciphertext, CancellationToken cancellationToken) =>
        (await cipher.WaitAsync(cancellationToken).ConfigureAwait(false)).TryDecrypt(ciphertext, out var plaintext)
            ? plaintext
            : throw new SecretsException(
                SecretsRefusal.UnusableKey, $"A secret cannot be decrypted with the data key of '{Settings.Provider}': it was damaged, or encrypted with another one.");

    /// <summary>The state of a manager with these settings, without asking the vault.</summary>
    internal static string StateOf(SecretsSettings settings)
    {
        var json = new GoJsonWriter();
        json.StartObject();
        json.Name("url");
        json.String(settings.Provider ?? "");
        if (settings.EncryptedKey is { Length: > 0 } key)
        {
            json.Name("encryptedkey");
            json.String(key);
        }

        json.EndObject();
        return Encoding.UTF8.GetString(json.Written);
    }

    private static SecretsSettings Parse(string state)
    {
        using var document = JsonDocument.Parse(state.Length > 0 ? state : "{}");
        return new SecretsSettings { Provider = Text("url"), EncryptedKey = Text("encryptedkey") };

        string? Text(string name) =>
            document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var value) ? value.ToString() : null;
    }

    private static async Task<AesGcmCipher> DecryptKeyAsync(byte[] encrypted, ISecretsKeeper keeper, RandomNumberGenerator random)
    {
        var key = await keeper.DecryptAsync(encrypted, CancellationToken.None).ConfigureAwait(false);
        return key.Length == AesGcmCipher.KeyLength
            ? new AesGcmCipher(key, random)
            : throw new SecretsException(
                SecretsRefusal.UnusableKey, $"The vault decrypted 'encryptedkey' to {key.Length} bytes, and a data key has {AesGcmCipher.KeyLength}; restore that line of the stack's settings, or a backup of the state.");
    }
}
