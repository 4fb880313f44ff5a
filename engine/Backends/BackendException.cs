namespace Provisioning.Engine.Backends;

/// <summary>The state of a stack cannot be read or written; the message names the file and what to do.</summary>
public class BackendException : Exception
{
    /// <summary>Creates the failure.</summary>
    public BackendException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
