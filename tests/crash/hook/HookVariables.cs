namespace Provisioning.Crash.Hook;

/// <summary>The environment variables that say what to do. They are this assembly's alone.</summary>
public static class HookVariables
{
    /// <summary>The durability point at which the process dies; empty for none.</summary>
    public const string Point = "CRASH_POINT";

    /// <summary>At which of its occurrences, from 1.</summary>
    public const string Occurrence = "CRASH_OCCURRENCE";

    /// <summary>The file that gets a line for each point reached.</summary>
    public const string Trace = "CRASH_TRACE";
}
