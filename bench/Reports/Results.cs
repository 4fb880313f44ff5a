using Provisioning.Bench.Scenarios;

namespace Provisioning.Bench.Reports;

/// <summary>All that one run of the benchmark measured.</summary>
/// <param name="Machine">What it was measured on.</param>
/// <param name="Load">The load of the machine before the first and after the last measurement.</param>
/// <param name="Command">The command that measures this again.</param>
/// <param name="Scale">Sizes without latency.</param>
/// <param name="Distance">Latency and throttling.</param>
/// <param name="StartUp">Commands with nothing to do.</param>
internal sealed record Results(
    string Machine,
    (double Before, double After) Load,
    string Command,
    IReadOnlyList<ScaleResult> Scale,
    IReadOnlyList<DistanceResult> Distance,
    IReadOnlyList<StartUpResult> StartUp);
