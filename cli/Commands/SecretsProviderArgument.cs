using Provisioning.Engine.Secrets;

namespace Provisioning.Cli.Commands;

/// <summary>What the user writes to say what encrypts secrets.</summary>
internal static class SecretsProviderArgument
{
    /// <summary>Whether it is a passphrase.</summary>
    public static bool IsPassphrase(string provider) => provider is "passphrase" or "default";

    /// <summary>Reads it, without a passphrase; whether there is such a vault shows when it is used.</summary>
    public static SecretsChoice Read(string provider) =>
        IsPassphrase(provider) ? new SecretsChoice.Passphrase("") : new SecretsChoice.VaultKey(provider);
}
