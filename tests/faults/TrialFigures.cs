using System.Collections.Immutable;
using System.Globalization;

namespace Provisioning.Faults.Tests;

/// <summary>What one command took until it succeeded.</summary>
/// <param name="Runs">How often it was run.</param>
/// <param name="Calls">How many requests all its runs sent.</param>
/// <param name="Failures">How many of them got no answer, or one that a fault stands for.</param>
/// <param name="Cloud">What the cloud holds afterwards.</param>
/// <param name="State">What the state holds afterwards.</param>
internal sealed record TrialFigures(int Runs, int Calls, int Failures, ImmutableArray<string> Cloud, ImmutableArray<string> State)
{
    /// <summary>The figures beside those of a run without faults.</summary>
    public string Beside(TrialFigures clean) =>
        string.Create(CultureInfo.InvariantCulture, $"{Runs} runs, {Calls} calls, {Failures} of them failed ({(double)Calls / clean.Calls:f2} × {clean.Calls})");
}
