using Provisioning.Bench.Measuring;
using Provisioning.Bench.Subjects;

namespace Provisioning.Bench.Scenarios;

/// <summary>A command that has next to nothing to do.</summary>
/// <param name="Command">The command.</param>
/// <param name="Sample">The medians.</param>
/// <param name="Repetitions">How many runs they are the medians of.</param>
internal sealed record StartUpResult(string Command, Sample? Sample, int Repetitions);

/// <summary>Measures what every command costs before it does anything.</summary>
/// <param name="meter">Runs commands.</param>
/// <param name="repository">The repository's root.</param>
internal sealed class StartUp(ProcessMeter meter, string repository)
{
    private const string EmptyDocument = "cloud: sandbox\nlocation: westeurope\nresourceGroup: rg-bench\n";

    /// <summary>Measures <c>version</c> and the preview of a deployed stack that holds a resource group alone.</summary>
    public async Task<IReadOnlyList<StartUpResult>> MeasureAsync(int repetitions, CancellationToken cancellationToken)
    {
        await using var stack = await ProvisionStack.CreateAsync(repository, EmptyDocument, options => options, cancellationToken);
        await meter.RunAsync(stack.CommandOf(Step.Up), cancellationToken);
        var launcher = Path.Combine(repository, "provision");
        return
        [
            await MeasureAsync("./provision version", new MeasuredCommand(launcher, ["version"], repository), repetitions, cancellationToken),
            await MeasureAsync("provision version, without the launcher", stack.Provision("version"), repetitions, cancellationToken),
            await MeasureAsync("provision preview of an empty stack", stack.CommandOf(Step.Preview), repetitions, cancellationToken),
        ];
    }

    private async Task<StartUpResult> MeasureAsync(string name, MeasuredCommand command, int repetitions, CancellationToken cancellationToken)
    {
        var samples = new List<Sample>();
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            if (await meter.RunAsync(command, cancellationToken) is { } sample)
                samples.Add(sample);
        }

        return new StartUpResult(name, samples.Count > 0 ? Sample.Median(samples) : null, samples.Count);
    }
}
