using System.Collections.Concurrent;
using Provisioning.Engine.Secrets;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.State.Json;

/// <summary>
/// Encrypts and decrypts the secrets of a stack's resources, and remembers both sides, so that a secret that stays the
/// same in its resource keeps its ciphertext. Thread-safe.
/// </summary>
/// <param name="manager">What secrets are written with; null when there is nothing.</param>
internal sealed class SecretVault(ISecretsManager? manager)
{
    private readonly ConcurrentDictionary<(Urn Owner, PropertyValue Element), string> ciphertexts = new();

    /// <summary>What secrets are written with; null when there is nothing.</summary>
    public ISecretsManager? Manager => manager;

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
                throw new StateException(StateErrorCode.NoSecretsManager, $"{element.Where} holds secrets and does not say how they are encrypted; restore a backup that has 'secrets_providers'.");
            plaintexts.Add(ciphertext, await reader.DecryptAsync(ciphertext, cancellationToken).ConfigureAwait(false));
        }

        return plaintexts;
    }

    /// <summary>A reader of one resource's values. Ciphertexts are remembered when they can be written again.</summary>
    public PropertyValueReader Reader(Urn owner, Dictionary<string, string> plaintexts, ISecretsManager? reader) =>
        new(
            ciphertext => plaintexts[ciphertext],
            ReferenceEquals(reader, manager) ? (element, ciphertext) => ciphertexts[(owner, element)] = ciphertext : (_, _) => { });

    /// <summary>A writer of one resource's values, which <see cref="EncryptAsync"/> has seen.</summary>
    public PropertyValueWriter Writer(GoJsonWriter json, Urn owner) =>
        new(json, SecretForm.Encrypted, element => ciphertexts[(owner, element)]);

    /// <summary>Encrypts the secrets of a resource that have no ciphertext yet.</summary>
    /// <exception cref="StateException">There is one, and nothing to encrypt it with.</exception>
    public async ValueTask EncryptAsync(ResourceState resource, CancellationToken cancellationToken)
    {
        foreach (var element in SecretElements.Of(resource))
        {
            if (ciphertexts.ContainsKey((resource.Urn, element)))
                continue;
            if (manager is null)
            {
                throw new StateException(
                    StateErrorCode.NoSecretsManager,
                    $"'{resource.Urn}' has a secret, and the stack has nothing to encrypt it with; set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE.");
            }

            ciphertexts[(resource.Urn, element)] =
                await manager.EncryptAsync(PropertyValueWriter.SecretText(element), cancellationToken).ConfigureAwait(false);
        }
    }
}
