using Provisioning.Cli;

namespace Provisioning.EndToEnd.Tests.Harness;

/// <summary>How a command ended.</summary>
/// <param name="Exit">Its exit code.</param>
/// <param name="Out">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record CommandResult(ExitCode Exit, string Out, string Error)
{
    /// <summary>Everything it wrote.</summary>
    public string All => Out + Error;

    /// <summary>The lines of standard output, without those that are empty.</summary>
    public IReadOnlyList<string> Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The result, when the command succeeded; fails the test with what it wrote otherwise.</summary>
    public CommandResult Succeeded()
    {
        Assert.True(Exit == ExitCode.Success, $"The command ended with {Exit}:\n{All}");
        return this;
    }
}
