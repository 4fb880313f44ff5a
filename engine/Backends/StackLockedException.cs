namespace Provisioning.Engine.Backends;

/// <summary>Another process is writing the stack; the message says who, since when, and how to go on.</summary>
public sealed class StackLockedException : BackendException
{
    /// <summary>Creates the failure.</summary>
    public StackLockedException(string message)
        : base(message)
    {
    }
}
