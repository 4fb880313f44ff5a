namespace Provisioning.Engine.Secrets;

/// <summary>Secrets cannot be read or written; the message says what to provide and never holds a secret.</summary>
public sealed class SecretsException : Exception
{
    /// <summary>Creates the failure.</summary>
    public SecretsException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
