namespace Provisioning.Bench.Measuring;

/// <summary>What one whole process took.</summary>
/// <param name="Wall">From starting it to its end.</param>
/// <param name="Cpu">Processor time of the process and those it waited for, in user and system mode.</param>
/// <param name="PeakMemory">The largest resident set, in bytes.</param>
internal sealed record Sample(TimeSpan Wall, TimeSpan Cpu, long PeakMemory)
{
    /// <summary>The median of each figure by itself.</summary>
    public static Sample Median(IReadOnlyCollection<Sample> samples) => new(
        Middle(samples.Select(sample => sample.Wall)), Middle(samples.Select(sample => sample.Cpu)), Middle(samples.Select(sample => sample.PeakMemory)));

    private static T Middle<T>(IEnumerable<T> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
