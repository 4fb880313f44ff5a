namespace Provisioning.Engine.Backends;

/// <summary>Another process is writing the stack; the message says who, since when, and how to go on.</summary>
public sealed class StackLockedException : BackendException
{
    /// <summary>Creates the failure.</summary>
    public StackLockedException(string message)
        : base(message)
    {
    }

    /// <summary>The failure to become the writer of a stack that has locks.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="locks">Its locks, as <see cref="Describe"/> says them.</param>
    public static StackLockedException By(StackReference stack, IReadOnlyCollection<string> locks) => new(
        $"The stack '{stack.Stack}' is currently locked by {locks.Count} lock(s): somebody is changing it, or was interrupted. "
        + $"Wait for that to end, or remove the lock with 'cancel'.{string.Concat(locks.Select(description => $"\n  {description}"))}");

    /// <summary>Says who made a lock, and when.</summary>
    /// <param name="url">The lock's address.</param>
    /// <param name="record">Its content; null when that is not understood.</param>
    public static string Describe(string url, LockRecord? record) => record is null
        ? $"{url}: not in a known form"
        : $"{url}: created by {record.Holder.UserName}@{record.Holder.HostName} (pid {record.Holder.ProcessId}) at {record.Timestamp}";
}
