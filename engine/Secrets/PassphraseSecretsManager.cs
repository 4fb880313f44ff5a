using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Provisioning.Engine.State.Json;

namespace Provisioning.Engine.Secrets;

/// <summary>
/// Encrypts with a key derived from a passphrase: Pulumi's <c>passphrase</c> provider. The derivation takes almost half
/// a second, so it starts at once in the background; the first use waits for it and checks the passphrase.
/// </summary>
public sealed class PassphraseSecretsManager : IKeyedSecretsManager
{
    /// <summary>The name in <c>secrets_providers.type</c>.</summary>
    public const string TypeName = "passphrase";

    private const int SaltLength = 8;
    private const int Iterations = 1_000_000;
    private const string ProofWord = "pulumi";

    private readonly Task<AesGcmCipher> cipher;

    private PassphraseSecretsManager(EncryptionSalt salt, Task<AesGcmCipher> cipher)
    {
        Salt = salt;
        StateJson = StateOf(salt);
        this.cipher = cipher;
    }

    /// <summary>The salt, to be kept in <c>Pulumi.&lt;stack&gt;.yaml</c>.</summary>
    public EncryptionSalt Salt { get; }

    /// <summary>The salt, as the settings keep it.</summary>
    public SecretsSettings Settings => new() { EncryptionSalt = Salt.Text };

    /// <inheritdoc/>
    public string Type => TypeName;

    /// <inheritdoc/>
    public string StateJson { get; }

    /// <summary>The manager of an existing salt; whether the passphrase is right shows at the first use.</summary>
    public static PassphraseSecretsManager Open(EncryptionSalt salt, string passphrase, RandomNumberGenerator random) => Open(salt, [passphrase], random);

    /// <summary>The manager of an existing salt that goes with one of several passphrases; which one shows at the first use.</summary>
    internal static PassphraseSecretsManager Open(EncryptionSalt salt, ImmutableArray<string> passphrases, RandomNumberGenerator random) =>
        new(salt, DeriveAndCheckAsync(salt, passphrases, random));

    /// <summary>A manager with a new salt.</summary>
    public static async Task<PassphraseSecretsManager> CreateAsync(string passphrase, RandomNumberGenerator random, CancellationToken cancellationToken)
    {
        var bytes = new byte[SaltLength];
        random.GetBytes(bytes);
        var cipher = new AesGcmCipher(await DeriveAsync(bytes, passphrase).WaitAsync(cancellationToken).ConfigureAwait(false), random);
        return new PassphraseSecretsManager(EncryptionSalt.Create(bytes, cipher.Encrypt(ProofWord)), Task.FromResult(cipher));
    }

    /// <inheritdoc/>
    public async ValueTask<string> EncryptAsync(string plaintext, CancellationToken cancellationToken) =>
        (await cipher.WaitAsync(cancellationToken).ConfigureAwait(false)).Encrypt(plaintext);

    /// <inheritdoc/>
    public async ValueTask<string> DecryptAsync(string ciphertext, CancellationToken cancellationToken) =>
        (await cipher.WaitAsync(cancellationToken).ConfigureAwait(false)).TryDecrypt(ciphertext, out var plaintext)
            ? plaintext
            : throw new SecretsException("A secret cannot be decrypted with this passphrase: it was damaged, or encrypted with another salt.");

    /// <summary>The state of a manager with this salt, without deriving its key.</summary>
    internal static string StateOf(EncryptionSalt salt)
    {
        var json = new GoJsonWriter();
        json.StartObject();
        json.Name("salt");
        json.String(salt.Text);
        json.EndObject();
        return Encoding.UTF8.GetString(json.Written);
    }

    /// <summary>The salt in a manager's state.</summary>
    /// <exception cref="SecretsException">There is none.</exception>
    internal static EncryptionSalt SaltOf(string stateJson)
    {
        using var state = JsonDocument.Parse(stateJson.Length > 0 ? stateJson : "{}");
        return state.RootElement.ValueKind == JsonValueKind.Object
            && state.RootElement.TryGetProperty("salt", out var text)
            && EncryptionSalt.TryParse(text.ToString(), out var salt)
            ? salt
            : throw new SecretsException("The state names the secrets provider 'passphrase' without a salt; restore a backup that has it.");
    }

    private static async Task<AesGcmCipher> DeriveAndCheckAsync(EncryptionSalt salt, ImmutableArray<string> passphrases, RandomNumberGenerator random)
    {
        foreach (var passphrase in passphrases)
        {
            var cipher = new AesGcmCipher(await DeriveAsync(salt.Salt, passphrase).ConfigureAwait(false), random);
            if (cipher.TryDecrypt(salt.Proof, out var word) && word == ProofWord)
                return cipher;
        }

        throw new SecretsException("The passphrase is not the one that the stack's secrets were encrypted with; correct PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE.");
    }

    // Pure computation: on a thread of its own, so that reading the project and starting the program go on meanwhile.
    private static Task<byte[]> DeriveAsync(byte[] salt, string passphrase) => Task.Run(() =>
        Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Iterations, HashAlgorithmName.SHA256, AesGcmCipher.KeyLength));
}
