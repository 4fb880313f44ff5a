namespace Provisioning.Engine.State;

/// <summary>The state of a stack cannot be used or must not be written; the message names the resource and what to do.</summary>
public sealed class StateException : Exception
{
    /// <summary>Creates the failure.</summary>
    public StateException(StateErrorCode code, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
    }

    /// <summary>What is wrong.</summary>
    public StateErrorCode Code { get; }
}
