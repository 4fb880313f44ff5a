using System.Collections.Concurrent;

namespace Provisioning.Crash.Tests.Harness;

/// <summary>Counts how processes ended that were to die at random. Thread-safe.</summary>
internal sealed class KillTally
{
    private readonly ConcurrentDictionary<string, int> _byPoint = new();
    private int _ended;

    /// <summary>Counts an end.</summary>
    public void Add(ChildEnd end)
    {
        if (end.WasKilled)
            _byPoint.AddOrUpdate(end.LastPoint ?? "the start", 1, (_, count) => count + 1);
        else
            Interlocked.Increment(ref _ended);
    }

    /// <summary>One line for the report: where they died.</summary>
    public override string ToString() =>
        $"{_byPoint.Values.Sum()} killed, {_ended} had ended before; killed after {string.Join(", ", _byPoint.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}"))}";
}
