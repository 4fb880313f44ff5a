using System.Collections.Concurrent;

namespace Provisioning.Faults.Tests;

/// <summary>What deploying and deleting each document comes to when nothing goes wrong.</summary>
public sealed class CleanRuns
{
    private readonly ConcurrentDictionary<string, Lazy<Task<(TrialFigures Up, TrialFigures Destroy)>>> _runs = new();

    /// <summary>The figures of a document; each is run once.</summary>
    internal Task<(TrialFigures Up, TrialFigures Destroy)> OfAsync(string scenario) =>
        _runs.GetOrAdd(scenario, name => new(() => RunAsync(name, seed: 1))).Value;

    /// <summary>Runs a document.</summary>
    internal static async Task<(TrialFigures Up, TrialFigures Destroy)> RunAsync(string scenario, int seed)
    {
        await using var trial = await FaultTrial.StartAsync(scenario, seed, []);
        var up = await trial.RunAsync("up");
        return (up, await trial.RunAsync("destroy"));
    }
}
