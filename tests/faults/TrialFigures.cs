using System.Collections.Immutable;
using System.Globalization;

namespace Provisioning.Faults.Tests;

/// <summary>What one command took until it succeeded.</summary>
/// <param name="Runs">How often it was run.</param>
/// <param name="Calls">How many requests all its runs sent.</param>
/// <param name="Faults">How many of them went wrong.</param>
/// <param name="Errors">What the runs that failed said.</param>
/// <param name="Cloud">What the cloud holds afterwards.</param>
/// <param name="State">What the state holds afterwards.</param>
internal sealed record TrialFigures(int Runs, int Calls, int Faults, ImmutableArray<string> Errors, ImmutableArray<string> Cloud, ImmutableArray<string> State)
{
    /// <summary>The figures beside those of a run without faults.</summary>
    public string Beside(TrialFigures clean) =>
        string.Create(CultureInfo.InvariantCulture, $"{Runs} runs, {Calls} calls, {Faults} of them faulty ({(double)Calls / clean.Calls:f2} × {clean.Calls})");
}
