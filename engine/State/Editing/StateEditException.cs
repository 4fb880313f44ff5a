namespace Provisioning.Engine.State.Editing;

/// <summary>A state is not changed by hand as asked for; the message names the resource and what to do.</summary>
public sealed class StateEditException : Exception
{
    /// <summary>Creates the failure.</summary>
    public StateEditException(StateEditRefusal refusal, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Refusal = refusal;
    }

    /// <summary>Why.</summary>
    public StateEditRefusal Refusal { get; }

    /// <summary>The failure of a URN that the state does not have.</summary>
    internal static StateEditException NotFound(Urn urn) => new(
        StateEditRefusal.NoSuchResource, $"The state has no resource '{urn}'; 'stack export' shows the URNs that it has. Put a URN in single quotes, because it may hold '$'.");
}
