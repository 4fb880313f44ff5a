namespace Provisioning.Engine.Backends;

/// <summary>There is no such stack; the message says how to make one.</summary>
public sealed class StackNotFoundException : BackendException
{
    /// <summary>Creates the failure.</summary>
    public StackNotFoundException(StackReference stack, string backendUrl)
        : base($"There is no stack '{stack}' in '{backendUrl}'; create it with 'stack init {stack.Stack}', or select another one.")
    {
    }
}
