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
        if (Environment.GetEnvironmentVariable(HookVariables.Trace) is not { Length: > 0 } trace)
            return;

        var point = Environment.GetEnvironmentVariable(HookVariables.Point) ?? "";
        var death = new SuddenDeath(TimeSpan.FromMicroseconds(Number(HookVariables.Delay)));
        var occurrence = Number(HookVariables.Occurrence);
        if (point.Length > 0 && occurrence == 0)
            death.Come();
        DiagnosticListener.AllListeners.Subscribe(new ListenerWatch(new PointWatch(trace, point, occurrence, death)));
    }

    private static int Number(string variable) => int.Parse(Environment.GetEnvironmentVariable(variable) ?? "0", CultureInfo.InvariantCulture);
}
