using System.Collections.Concurrent;
using Provisioning.Engine.Secrets;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.State.Json;

/// <summary>
/// Encrypts and decrypts the secrets of a stack's resources, and remembers both sides, so that a secret that stays the
/// same in its place keeps its ciphertext. Thread-safe.
/// </summary>
/// <param name="manager">What secrets are written with; null when there is nothing.</param>
internal sealed class SecretVault(ISecretsManager? manager)
{
    private readonly ConcurrentDictionary<Secret, string> ciphertexts = new();

    /// <summary>Decrypts every secret in a part of a state file; the result leads from ciphertext to text.</summary>
    /// <param name="element">The part.</param>
    /// <param name="reader">What it was written with; null when it does not say.</param>
    /// <param name="cancellationToken">Stops decrypting.</param>
    public static async Task<Dictionary<string, string>> DecryptAsync(StateElement element, ISecretsManager? reader, CancellationToken cancellationToken)
    {
        var plaintexts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var ciphertext in PropertyValueReader.Ciphertexts(element))
        {
            if (plaintexts.ContainsKey(ciphertext))
                continue;
            if (reader is null)
            {
                throw new StateException(
                    StateErrorCode.NoSecretsManager,
                    $"{element.Where} holds secrets and does not say how they are encrypted; restore a backup that has 'secrets_providers'.");
            }

            plaintexts.Add(ciphertext, await reader.DecryptAsync(ciphertext, cancellationToken).ConfigureAwait(false));
        }

        return plaintexts;
    }

    /// <summary>Reads resources whose secrets were decrypted, and remembers the ciphertexts that can be written again.</summary>
    public ResourceReader Reader(Dictionary<string, string> plaintexts, ISecretsManager? reader, int version)
    {
        var isOurs = ReferenceEquals(reader, manager);
        return new ResourceReader(
            urn => new PropertyValueReader(
                ciphertext => plaintexts[ciphertext],
                (path, element, ciphertext) =>
                {
                    if (isOurs)
                        ciphertexts[new Secret(urn, path, element)] = ciphertext;
                }),
            version);
    }

    /// <summary>
    /// Writes JSON with encrypted secrets. When it turns out that some have no ciphertext yet, they are encrypted, and
    /// it is written again.
    /// </summary>
    /// <param name="write">Writes the JSON; given a way to write the values of each resource.</param>
    /// <param name="cancellationToken">Stops encrypting.</param>
    /// <param name="indented">Whether people read it.</param>
    /// <param name="capacity">About how many bytes it will be; 0 when that is not known.</param>
    /// <exception cref="StateException">There is a secret, and nothing to encrypt it with.</exception>
    public async Task<ReadOnlyMemory<byte>> WriteAsync(
        Action<GoJsonWriter, Func<Urn, PropertyValueWriter>> write, CancellationToken cancellationToken, bool indented = false, int capacity = 0)
    {
        while (true)
        {
            var json = new GoJsonWriter(indented, capacity: capacity);
            var missing = new HashSet<Secret>();
            write(json, urn => new PropertyValueWriter(json, SecretForm.Encrypted, (path, element) => Find(new Secret(urn, path, element), missing)));
            if (missing.Count == 0)
                return json.WrittenMemory;

            foreach (var secret in missing)
                ciphertexts[secret] = await EncryptAsync(secret, cancellationToken).ConfigureAwait(false);
        }
    }

    private string Find(Secret secret, HashSet<Secret> missing)
    {
        if (ciphertexts.TryGetValue(secret, out var ciphertext))
            return ciphertext;

        missing.Add(secret);
        return "";
    }

    private ValueTask<string> EncryptAsync(Secret secret, CancellationToken cancellationToken) => manager is null
        ? throw new StateException(
            StateErrorCode.NoSecretsManager,
            $"'{secret.Owner}' has a secret, and the stack has nothing to encrypt it with; set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE.")
        : manager.EncryptAsync(PropertyValueWriter.SecretText(secret.Element), cancellationToken);

    /// <summary>A secret in its place.</summary>
    private readonly record struct Secret(Urn Owner, string Path, PropertyValue Element);
}
