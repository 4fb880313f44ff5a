namespace Provisioning.Engine.State.Json;

/// <summary>How secrets appear in written JSON.</summary>
internal enum SecretForm
{
    /// <summary>Encrypted: in every file.</summary>
    Encrypted,

    /// <summary>In plain, marked as secret: only where the user asked to see them.</summary>
    Plaintext,

    /// <summary>In plain, where the whole text around them is about to be encrypted.</summary>
    Nested,
}
