using Provisioning.Bench.Measuring;
using Provisioning.Bench.Subjects;

namespace Provisioning.Bench.Scenarios;

/// <summary>One step of one tool at one size.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Size">The size that was asked for.</param>
/// <param name="Resources">The resources that the stack has.</param>
/// <param name="Step">The step.</param>
/// <param name="Sample">The medians; null when the limit of time was passed.</param>
/// <param name="Repetitions">How many runs they are the medians of.</param>
/// <param name="Writes">What the step writes; null when it was not traced.</param>
internal sealed record ScaleResult(string Tool, int Size, int Resources, Step Step, Sample? Sample, int Repetitions, Writes? Writes);

/// <summary>Stacks of several sizes without latency: what grows, and how fast.</summary>
/// <param name="meter">Runs commands.</param>
/// <param name="report">Told of each result as it comes.</param>
internal sealed class Scale(ProcessMeter meter, Action<string> report)
{
    /// <summary>Measures all steps of a tool at one size.</summary>
    /// <param name="tool">Its name.</param>
    /// <param name="size">The size.</param>
    /// <param name="repetitions">How often; each time with a new stack.</param>
    /// <param name="create">Makes a stack.</param>
    /// <param name="cancellationToken">Stops measuring.</param>
    public async Task<IReadOnlyList<ScaleResult>> MeasureAsync(
        string tool, int size, int repetitions, Func<Task<ISubject>> create, CancellationToken cancellationToken)
    {
        var samples = Enum.GetValues<Step>().ToDictionary(step => step, _ => new List<Sample>());
        var resources = 0;
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            await using var subject = await create();
            foreach (var step in Enum.GetValues<Step>())
            {
                if (await meter.RunAsync(subject.CommandOf(step), cancellationToken) is not { } sample)
                {
                    // What follows would run on a half-done stack, and a second try would take as long.
                    repetitions = 0;
                    break;
                }

                samples[step].Add(sample);
                if (step == Step.Up)
                    resources = subject.ResourceCount;
                report($"{tool} {size} {step}: {sample.Wall.TotalSeconds:f2} s, {sample.Cpu.TotalSeconds:f2} s of CPU, {sample.PeakMemory >> 20} MiB");
            }
        }

        var writes = SystemCallTrace.IsAvailable && samples.Values.All(list => list.Count > 0) ? await TraceAsync(create, cancellationToken) : [];
        return [.. samples.Select(pair => new ScaleResult(
            tool, size, resources, pair.Key, pair.Value.Count > 0 ? Sample.Median(pair.Value) : null, pair.Value.Count, writes.GetValueOrDefault(pair.Key)))];
    }

    private async Task<Dictionary<Step, Writes>> TraceAsync(Func<Task<ISubject>> create, CancellationToken cancellationToken)
    {
        var trace = new SystemCallTrace(meter);
        var writes = new Dictionary<Step, Writes>();
        await using var subject = await create();
        foreach (var step in Enum.GetValues<Step>())
        {
            if (await trace.RunAsync(subject.CommandOf(step), subject.StatePart, cancellationToken) is not { } written)
                break;
            writes.Add(step, written);
        }

        return writes;
    }
}
