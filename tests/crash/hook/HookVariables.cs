namespace Provisioning.Crash.Hook;

/// <summary>The environment variables that say what to do. They are this assembly's alone.</summary>
public static class HookVariables
{
    /// <summary>The durability point at which the process dies; <see cref="AnyPoint"/> counts all of them; empty for none.</summary>
    public const string Point = "CRASH_POINT";

    /// <summary>At which of its occurrences, from 1; 0 for the start of the process.</summary>
    public const string Occurrence = "CRASH_OCCURRENCE";

    /// <summary>How many microseconds later; nothing else may happen before when it is 0.</summary>
    public const string Delay = "CRASH_DELAY";

    /// <summary>The file that gets a line for each point reached: the point and when, in ticks.</summary>
    public const string Trace = "CRASH_TRACE";

    /// <summary>Stands for every point.</summary>
    public const string AnyPoint = "any";
}
