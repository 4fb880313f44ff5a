namespace Provisioning.Engine.Secrets;

/// <summary>What <c>Pulumi.&lt;stack&gt;.yaml</c> says about the key of a stack's secrets; null for a line that it does not have.</summary>
public sealed record SecretsSettings
{
    /// <summary>The URL of a key in a vault, <c>secretsprovider</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>The data key that it encrypted, <c>encryptedkey</c>.</summary>
    public string? EncryptedKey { get; init; }

    /// <summary>The salt of a passphrase with its proof, <c>encryptionsalt</c>.</summary>
    public string? EncryptionSalt { get; init; }
}
