using Provisioning.Engine.Secrets;

namespace Provisioning.Engine.Tests.Secrets;

/// <summary>Values computed by another implementation of the same algorithms (PBKDF2, AES-GCM).</summary>
internal static class Vectors
{
    public const string Passphrase = "correct horse";
    public const string Salt = "v1:AAECAwQFBgc=:v1:EBAQEBAQEBAQEBAQ:ERE42++q8y5HkrtnE/6YQVZAZyN6lw==";
    public const string ConfigSecret = "v1:ICAgICAgICAgICAg:onmbN1aRTvH3DJmL/R+gbJd0dMRY/w==";
    public const string StateSecret = "v1:MDAwMDAwMDAwMDAw:L/CHALJk7J9ivYUZN8leZJ2xt8+qJKvO";
    public const string Key = "ab5417dbbf9921f0a2ed4f452679867d63715cdba2a221d4672f30f3900e93c2";

    /// <summary>One manager for all tests that only read: deriving its key takes a while.</summary>
    public static PassphraseSecretsManager Manager { get; } = Open(new FixedRandom(0x20));

    public static PassphraseSecretsManager Open(FixedRandom random, string passphrase = Passphrase) =>
        PassphraseSecretsManager.Open(
            EncryptionSalt.TryParse(Salt, out var salt) ? salt : throw new InvalidOperationException(), passphrase, random);
}
