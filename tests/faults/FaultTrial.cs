using Provisioning.Cli;
using Provisioning.EndToEnd.Tests.Harness;
using Provisioning.Sandbox.Faults;

namespace Provisioning.Faults.Tests;

/// <summary>One document deployed and deleted on a sandbox of its own.</summary>
/// <param name="project">The project with its sandbox.</param>
/// <param name="faults">What goes wrong while commands that change something run.</param>
internal sealed class FaultTrial(TestProject project, IReadOnlyList<FaultRule> faults) : IAsyncDisposable
{
    /// <summary>Most runs that a command may need.</summary>
    public const int MostRuns = 4;

    /// <summary>Starts a sandbox.</summary>
    /// <param name="scenario">The scenario to deploy; empty for the document of the stack <c>local</c>.</param>
    /// <param name="seed">Seed of the ids and the faults.</param>
    /// <param name="faults">What goes wrong.</param>
    public static async Task<FaultTrial> StartAsync(string scenario, int seed, IReadOnlyList<FaultRule> faults)
    {
        var project = await TestProject.WithSandboxAsync(seed: seed);
        if (scenario.Length > 0)
            await project.ChooseAsync(scenario);
        return new FaultTrial(project, faults);
    }

    /// <summary>Runs a command under the faults until it succeeds.</summary>
    public async Task<TrialFigures> RunAsync(string command)
    {
        var traffic = project.Traffic();
        project.Fail([.. faults]);
        var failures = new List<string>();
        while (await project.RunAsync(command, "--yes", "--skip-preview") is { Exit: not ExitCode.Success } result)
        {
            failures.Add(result.All);
            Assert.True(failures.Count < MostRuns, $"'{command}' did not succeed in {MostRuns} runs:\n{string.Join("\n\n", failures)}");
        }

        var calls = traffic.Requests.Count;
        var hits = project.Sandbox.Context.Faults.Hits;
        project.Fail();
        Assert.Empty(project.ReadState().PendingOperations);
        return new TrialFigures(failures.Count + 1, calls, hits, [.. failures.SelectMany(ErrorsOf)], [.. Inventory.OfCloud(project)], [.. Inventory.OfState(project)]);
    }

    /// <summary>The cloud is what the document says, and the state knows it; nothing goes wrong while that is found out.</summary>
    public async Task ExpectNoChangesAsync() => (await project.RunAsync("preview", "--expect-no-changes", "--refresh")).Succeeded();

    private static IEnumerable<string> ErrorsOf(string text) => text.Split('\n').Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase));

    public ValueTask DisposeAsync() => project.DisposeAsync();
}
