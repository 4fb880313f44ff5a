namespace Provisioning.Bench.Measuring;

/// <summary>A command that is measured did not do its work, so there is nothing to report.</summary>
/// <param name="message">The command and what it said.</param>
internal sealed class BenchException(string message) : Exception(message);
