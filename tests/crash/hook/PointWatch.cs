using System.Globalization;

namespace Provisioning.Crash.Hook;

/// <summary>Writes down which points are reached, and brings death at one of them.</summary>
/// <param name="trace">The file to write to.</param>
/// <param name="point">Where to die; empty for nowhere.</param>
/// <param name="occurrence">At which occurrence of it, from 1.</param>
/// <param name="death">How.</param>
internal sealed class PointWatch(string trace, string point, int occurrence, SuddenDeath death) : IObserver<KeyValuePair<string, object?>>
{
    private readonly Lock gate = new();
    private int seen;

    /// <inheritdoc/>
    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Whoever else reaches a point waits at the gate for the death that comes at once.
        lock (gate)
        {
            File.AppendAllText(trace, string.Create(CultureInfo.InvariantCulture, $"{value.Key} {TimeProvider.System.GetUtcNow().Ticks}\n"));
            if ((point == HookVariables.AnyPoint || value.Key == point) && ++seen == occurrence)
                death.Come();
        }
    }

    /// <inheritdoc/>
    public void OnCompleted()
    {
    }

    /// <inheritdoc/>
    public void OnError(Exception error)
    {
    }
}
