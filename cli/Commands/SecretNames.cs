namespace Provisioning.Cli.Commands;

/// <summary>Names of configuration keys whose values are secrets as a rule.</summary>
internal static class SecretNames
{
    private static readonly string[] Words = ["password", "passphrase", "secret", "token", "apikey", "privatekey", "connectionstring", "accountkey"];

    /// <summary>Whether a value under this name should be encrypted unless the user says otherwise.</summary>
    public static bool LooksSecret(string name)
    {
        var letters = string.Concat(name.Where(char.IsLetter));
        return Words.Any(word => letters.EndsWith(word, StringComparison.OrdinalIgnoreCase));
    }
}
