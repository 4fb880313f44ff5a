namespace Provisioning.Engine.Backends;

/// <summary>Who writes a stack, as others are told.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="UserName">The user's login name.</param>
/// <param name="HostName">The machine.</param>
/// <param name="ProcessIdentity">Tells the process from all others, see <see cref="Backends.ProcessIdentity"/>; empty when not known.</param>
public sealed record LockHolder(int ProcessId, string UserName, string HostName, string ProcessIdentity = "")
{
    /// <summary>This process.</summary>
    public static LockHolder Current { get; } =
        new(Environment.ProcessId, Environment.UserName, Environment.MachineName, Backends.ProcessIdentity.Current);
}
