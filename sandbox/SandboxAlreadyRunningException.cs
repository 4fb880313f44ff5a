namespace Provisioning.Sandbox;

/// <summary>A sandbox already runs on the state directory; attach to it by <see cref="SandboxConnection.FindRunningAsync"/>.</summary>
public sealed class SandboxAlreadyRunningException : Exception
{
    /// <summary>Creates the failure.</summary>
    /// <param name="stateDirectory">The directory in use.</param>
    public SandboxAlreadyRunningException(string stateDirectory)
        : base($"A sandbox is already running on '{stateDirectory}'. Attach to it, or stop it before starting another one.")
    {
    }
}
