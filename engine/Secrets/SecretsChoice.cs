namespace Provisioning.Engine.Secrets;

/// <summary>What the secrets of a stack are to be encrypted with.</summary>
public abstract record SecretsChoice
{
    private SecretsChoice()
    {
    }

    /// <summary>A key that is derived from a passphrase.</summary>
    /// <param name="Text">The passphrase.</param>
    public sealed record Passphrase(string Text) : SecretsChoice
    {
        /// <summary>Nothing that could be printed.</summary>
        public override string ToString() => nameof(Passphrase);
    }

    /// <summary>A data key that a key in a vault encrypts.</summary>
    /// <param name="Url">The key, such as <c>azurekeyvault://&lt;vault&gt;.vault.azure.net/keys/&lt;key&gt;</c>.</param>
    public sealed record VaultKey(string Url) : SecretsChoice;
}
