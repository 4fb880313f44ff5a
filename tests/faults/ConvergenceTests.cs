using Xunit.Abstractions;

namespace Provisioning.Faults.Tests;

/// <summary>
/// While a fifth of all requests goes wrong, running a command until it succeeds comes to what a run without faults comes to: nothing
/// is there twice, nothing is forgotten, and the service is not stormed.
/// </summary>
/// <param name="clean">The runs without faults.</param>
/// <param name="output">Gets the figures.</param>
public sealed class ConvergenceTests(CleanRuns clean, ITestOutputHelper output) : IClassFixture<CleanRuns>
{
    /// <summary>How many times as many calls as without faults are no storm.</summary>
    private const int MostCalls = 3;

    public static TheoryData<string, int> Trials
    {
        get
        {
            var trials = new TheoryData<string, int>();
            foreach (var (scenario, seed) in FaultRun.Trials)
                trials.Add(scenario, seed);
            return trials;
        }
    }

    [Theory]
    [MemberData(nameof(Trials))]
    public async Task Deployment_and_its_deletion_under_faults_end_where_clean_runs_end(string scenario, int seed)
    {
        output.WriteLine($"Repeat this one with {FaultRun.CountVariable}=1 {FaultRun.SeedVariable}={seed}.");
        var expected = await clean.OfAsync(scenario);
        await using var trial = await FaultTrial.StartAsync(scenario, seed, FaultMix.Rules);

        var up = await trial.RunAsync("up");
        output.WriteLine($"seed {seed}, {Name(scenario)}, up: {up.Beside(expected.Up)}");
        foreach (var error in up.Errors)
            output.WriteLine(error);
        Assert.True(up.Faults >= up.Calls / 10, "Too little went wrong for the run to prove anything.");
        await trial.ExpectNoChangesAsync();
        AssertLike(expected.Up, up);

        var destroy = await trial.RunAsync("destroy");
        output.WriteLine($"seed {seed}, {Name(scenario)}, destroy: {destroy.Beside(expected.Destroy)}");
        AssertLike(expected.Destroy, destroy);
        Assert.Empty(destroy.State);
    }

    [Fact]
    public async Task Clean_runs_of_two_seeds_end_in_the_same_place()
    {
        var (up, destroy) = await clean.OfAsync("");

        var other = await CleanRuns.RunAsync("", seed: 2);

        Inventory.AssertSame(up.Cloud, other.Up.Cloud);
        Inventory.AssertSame(up.State, other.Up.State);
        Inventory.AssertSame(destroy.Cloud, other.Destroy.Cloud);
        Assert.NotEqual(up.Cloud, destroy.Cloud);
    }

    private static string Name(string scenario) => scenario.Length == 0 ? "local" : scenario;

    private static void AssertLike(TrialFigures expected, TrialFigures actual)
    {
        Inventory.AssertSame(expected.Cloud, actual.Cloud);
        Inventory.AssertSame(expected.State, actual.State);
        Assert.True(actual.Calls <= MostCalls * expected.Calls, $"A storm: {actual.Beside(expected)}.");
    }
}
