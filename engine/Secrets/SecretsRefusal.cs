namespace Provisioning.Engine.Secrets;

/// <summary>Why secrets cannot be read or written.</summary>
public enum SecretsRefusal
{
    /// <summary>There is no passphrase, it is the wrong one, or what it encrypted is damaged.</summary>
    Passphrase,

    /// <summary>The secrets provider is none that can be used, as it is written down.</summary>
    UnusableProvider,

    /// <summary>The vault does not let the caller use the key, or the caller could not sign in.</summary>
    AccessDenied,

    /// <summary>The key in the vault is missing or disabled, or did not encrypt what is to be decrypted.</summary>
    UnusableKey,

    /// <summary>The vault does not answer, or not as vaults do.</summary>
    Unreachable,
}
