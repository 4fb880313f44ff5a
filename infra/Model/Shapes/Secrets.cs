namespace Provisioning.Infra.Model.Shapes;

/// <summary>Recognises keys under which people put secrets.</summary>
internal static class Secrets
{
    private const int LongestEnd = 64;

    private static readonly string[] Words = ["token", "password", "secret", "apikey", "accesskey", "connectionstring", "sas"];

    /// <summary>Whether a key announces a secret.</summary>
    /// <param name="key">The key.</param>
    public static bool LooksLikeOne(string key)
    {
        string end = key.Length <= LongestEnd ? key : key[^LongestEnd..];
        string plain = end.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        return Words.Any(word => plain.EndsWith(word, StringComparison.OrdinalIgnoreCase));
    }
}
