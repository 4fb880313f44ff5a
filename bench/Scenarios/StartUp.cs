using Provisioning.Bench.Measuring;
using Provisioning.Bench.Subjects;

namespace Provisioning.Bench.Scenarios;

/// <summary>A command that has next to nothing to do.</summary>
/// <param name="Tool">The build of the command line.</param>
/// <param name="Command">The command.</param>
/// <param name="Sample">The medians.</param>
/// <param name="Repetitions">How many runs they are the medians of.</param>
internal sealed record StartUpResult(string Tool, string Command, Sample? Sample, int Repetitions);

/// <summary>Measures what every command costs before it does anything.</summary>
/// <param name="meter">Runs commands.</param>
/// <param name="repository">The repository's root.</param>
internal sealed class StartUp(ProcessMeter meter, string repository)
{
    /// <summary>What the preview of a stack without anything in it is called.</summary>
    public const string EmptyPreview = "preview of an empty stack";

    private const string Version = "version";
    private const string EmptyDocument = "cloud: sandbox\nlocation: westeurope\nresourceGroup: rg-bench\n";

    /// <summary>Measures <c>version</c> and the preview of a deployed stack that holds a resource group alone.</summary>
    public async Task<IReadOnlyList<StartUpResult>> MeasureAsync(int repetitions, CancellationToken cancellationToken)
    {
        var launcher = new MeasuredCommand(Path.Combine(repository, "provision"), [Version], repository);
        var results = new List<StartUpResult> { await MeasureAsync("./provision, the launcher", Version, launcher, repetitions, cancellationToken) };
        foreach (var build in ProvisionBuild.All(repository))
        {
            await using var stack = await ProvisionStack.CreateAsync(build, repository, EmptyDocument, options => options, cancellationToken);
            await meter.RunAsync(stack.CommandOf(Step.Up), cancellationToken);
            results.Add(await MeasureAsync(build.Name, Version, stack.Provision(Version), repetitions, cancellationToken));
            results.Add(await MeasureAsync(build.Name, EmptyPreview, stack.CommandOf(Step.Preview), repetitions, cancellationToken));
        }

        return results;
    }

    private async Task<StartUpResult> MeasureAsync(string tool, string name, MeasuredCommand command, int repetitions, CancellationToken cancellationToken)
    {
        var samples = new List<Sample>();
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            if (await meter.RunAsync(command, cancellationToken) is { } sample)
                samples.Add(sample);
        }

        return new StartUpResult(tool, name, samples.Count > 0 ? Sample.Median(samples) : null, samples.Count);
    }
}
