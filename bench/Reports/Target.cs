using System.Globalization;
using Provisioning.Bench.Scenarios;
using Provisioning.Bench.Subjects;

namespace Provisioning.Bench.Reports;

/// <summary>One thing the project set out to reach.</summary>
/// <param name="Name">What.</param>
/// <param name="Wanted">How much.</param>
/// <param name="Measured">How much it is.</param>
/// <param name="IsMet">Whether that is enough.</param>
internal sealed record Target(string Name, string Wanted, string Measured, bool IsMet)
{
    private const string Terraform = "terraform";
    private const int Small = 1_000;
    private const int Large = 10_000;
    private const double LargestGrowth = 11;
    private const double FasterPreview = 5;
    private const long MostMemory = 400L << 20;
    private const double NearestToBound = 0.8;
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(0.5);

    /// <summary>The targets that a run has measured.</summary>
    public static IEnumerable<Target> Of(Results results)
    {
        foreach (var tool in results.Scale.Select(result => result.Tool).Where(tool => tool != Terraform).Distinct())
        {
            foreach (var target in OfBuild(results, tool))
                yield return target with { Name = $"{tool}: {target.Name}" };
        }
    }

    private static IEnumerable<Target> OfBuild(Results results, string tool)
    {
        var provision = Steps(results, tool);
        var terraform = Steps(results, Terraform);
        foreach (var (column, value) in Columns)
        {
            var growth = Enum.GetValues<Step>()
                .Select(step => (step, Ratio: value(provision(Large, step)) / value(provision(Small, step))))
                .Where(entry => entry.Ratio is not null)
                .OrderByDescending(entry => entry.Ratio)
                .FirstOrDefault();
            if (growth.Ratio is { } ratio)
                yield return new Target($"growth of {column} from {Small} to {Large} resources", $"at most {LargestGrowth:f0} times", $"{Times(ratio)} ({MarkdownReport.NameOf(growth.step)} grows most)", ratio <= LargestGrowth);
        }

        if (Seconds(terraform(Small, Step.Preview)) / Seconds(provision(Small, Step.Preview)) is { } preview)
            yield return new Target($"preview of {Small} unchanged resources", $"{FasterPreview:f0} times as fast as `terraform plan`", $"{Times(preview)} as fast", preview >= FasterPreview);
        if (Seconds(terraform(Small, Step.Up)) / Seconds(provision(Small, Step.Up)) is { } up)
            yield return new Target($"first deployment of {Small} resources, every step durable", "faster than `terraform apply`", $"{Times(up)} as fast", up > 1);
        if (Enum.GetValues<Step>().Max(step => provision(Large, step)?.Sample?.PeakMemory) is { } memory)
            yield return new Target($"peak memory with {Large} resources", $"at most {MostMemory >> 20} MiB", $"{memory >> 20} MiB", memory <= MostMemory);
        foreach (var distance in results.Distance.Where(distance => distance.Tool == tool && distance.Sample is not null))
        {
            var share = distance.Bound / distance.Sample?.Wall ?? 0;
            yield return new Target($"{distance.Name}, {distance.Parallel} operations at once", $"at least {NearestToBound:p0} of the bound", share.ToString("p0", CultureInfo.InvariantCulture), share >= NearestToBound);
        }

        if (results.StartUp.FirstOrDefault(start => start.Tool == tool && start.Command == StartUp.EmptyPreview)?.Sample is { } start)
            yield return new Target(StartUp.EmptyPreview, $"at most {LongestStart.TotalSeconds:f1} s", $"{start.Wall.TotalSeconds:f2} s", start.Wall <= LongestStart);
    }

    /// <summary>What grows with a stack.</summary>
    private static IEnumerable<(string Name, Func<ScaleResult?, double?> Value)> Columns =>
    [
        ("wall time", Seconds),
        ("CPU", result => result?.Sample?.Cpu.TotalSeconds),
        ("peak memory", result => result?.Sample?.PeakMemory),
        ("bytes written", result => result?.Writes?.Bytes is > 0 and var bytes ? bytes : null),
        ("flushes", result => result?.Writes?.Flushes is > 0 and var flushes ? flushes : null),
    ];

    private static Func<int, Step, ScaleResult?> Steps(Results results, string tool) =>
        (size, step) => results.Scale.FirstOrDefault(result => result.Tool == tool && result.Size == size && result.Step == step);

    private static double? Seconds(ScaleResult? result) => result?.Sample?.Wall.TotalSeconds;

    private static string Times(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:f1} times");
}
