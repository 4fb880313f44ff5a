using System.Security.Cryptography;
using System.Text;

namespace Provisioning.Engine.Secrets;

/// <summary>
/// The cipher text of Pulumi's secrets managers (sdk/go/common/resource/config/crypt.go):
/// <c>v1:&lt;nonce&gt;:&lt;data and tag&gt;</c>, both in base64; AES-256 in Galois/Counter Mode without additional data.
/// </summary>
/// <param name="key">The key: 32 bytes.</param>
/// <param name="random">Where nonces come from.</param>
internal sealed class AesGcmCipher(byte[] key, RandomNumberGenerator random)
{
    /// <summary>The size of a key in bytes.</summary>
    public const int KeyLength = 32;

    private const string Version = "v1";
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Encrypts a text with a fresh nonce.</summary>
    public string Encrypt(string plaintext)
    {
        var nonce = new byte[NonceLength];
        random.GetBytes(nonce);
        var data = Encoding.UTF8.GetBytes(plaintext);
        var sealedData = new byte[data.Length + TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, data, sealedData.AsSpan(0, data.Length), sealedData.AsSpan(data.Length));
        return $"{Version}:{Convert.ToBase64String(nonce)}:{Convert.ToBase64String(sealedData)}";
    }

    /// <summary>Decrypts a cipher text; false when it is damaged, or of another key.</summary>
    /// <exception cref="SecretsException">It does not have the form of one.</exception>
    public bool TryDecrypt(string ciphertext, out string plaintext)
    {
        plaintext = "";
        var (nonce, sealedData) = Parse(ciphertext);
        var data = new byte[sealedData.Length - TagLength];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(nonce, sealedData.AsSpan(0, data.Length), sealedData.AsSpan(data.Length), data);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        plaintext = Encoding.UTF8.GetString(data);
        return true;
    }

    private static (byte[] Nonce, byte[] SealedData) Parse(string ciphertext)
    {
        var parts = ciphertext.Split(':');
        if (parts is [Version, _, _] && TryBase64(parts[1]) is { Length: NonceLength } nonce && TryBase64(parts[2]) is { Length: >= TagLength } data)
            return (nonce, data);

        throw new SecretsException("A secret does not have the form v1:<nonce>:<data>; it was damaged or written by another kind of secrets provider.");
    }

    private static byte[]? TryBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
