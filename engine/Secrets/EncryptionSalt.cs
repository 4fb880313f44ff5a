using System.Diagnostics.CodeAnalysis;

namespace Provisioning.Engine.Secrets;

/// <summary>
/// What <c>encryptionsalt</c> holds: the salt a key is derived with, and a proof that tells the right passphrase. Its
/// text is <c>v1:&lt;salt&gt;:&lt;proof&gt;</c>.
/// </summary>
public sealed record EncryptionSalt
{
    private const string Prefix = "v1:";

    private EncryptionSalt(string text, byte[] salt, string proof)
    {
        Text = text;
        Salt = salt;
        Proof = proof;
    }

    /// <summary>The text, as it stands in <c>Pulumi.&lt;stack&gt;.yaml</c>.</summary>
    public string Text { get; }

    /// <summary>The salt: 8 bytes when Pulumi or this engine made it.</summary>
    internal byte[] Salt { get; }

    /// <summary>A cipher text of a known word.</summary>
    internal string Proof { get; }

    /// <summary>Parses the text.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out EncryptionSalt? salt)
    {
        salt = null;
        var parts = text.Split(':', 3);
        if (parts.Length != 3 || parts[0] + ":" != Prefix)
            return false;

        var bytes = new byte[parts[1].Length];
        if (!Convert.TryFromBase64String(parts[1], bytes, out var length))
            return false;

        salt = new EncryptionSalt(text, bytes[..length], parts[2]);
        return true;
    }

    /// <summary>Composes one.</summary>
    internal static EncryptionSalt Create(byte[] salt, string proof) => new($"{Prefix}{Convert.ToBase64String(salt)}:{proof}", salt, proof);
}
