namespace Provisioning.Engine.Secrets;

/// <summary>Secrets cannot be read or written; the message says what to provide and never holds a secret.</summary>
public sealed class SecretsException : Exception
{
    /// <summary>Creates the failure of a passphrase, or of what it encrypted.</summary>
    public SecretsException(string message, Exception? innerException = null)
        : this(SecretsRefusal.Passphrase, message, innerException)
    {
    }

    /// <summary>Creates the failure.</summary>
    public SecretsException(SecretsRefusal refusal, string message, Exception? innerException = null)
        : base(message, innerException) => Refusal = refusal;

    /// <summary>The kind of failure.</summary>
    public SecretsRefusal Refusal { get; }
}
