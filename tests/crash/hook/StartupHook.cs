using System.Diagnostics;
using System.Globalization;
using Provisioning.Crash.Hook;

/// <summary>
/// .NET runs this before the program of a process for which <c>DOTNET_STARTUP_HOOKS</c> names this assembly. The program knows
/// nothing of it: it announces its durability points to whoever listens.
/// </summary>
internal static class StartupHook
{
    /// <summary>Listens, when the variables say what for.</summary>
    public static void Initialize()
    {
        var point = Environment.GetEnvironmentVariable(HookVariables.Point) ?? "";
        var occurrence = int.Parse(Environment.GetEnvironmentVariable(HookVariables.Occurrence) ?? "1", CultureInfo.InvariantCulture);
        if (Environment.GetEnvironmentVariable(HookVariables.Trace) is { Length: > 0 } trace)
            DiagnosticListener.AllListeners.Subscribe(new ListenerWatch(new PointWatch(trace, point, occurrence)));
    }
}
