using System.Collections.Immutable;
using Provisioning.Verification;
using Provisioning.Verification.Findings;

namespace Provisioning.Cli.Verification;

/// <summary>What a user asked of <c>verify</c>.</summary>
internal sealed record VerificationChoices
{
    /// <summary>Short names or addresses of those to verify; none for all.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>How long to wait for access that does not count yet.</summary>
    public WaitPolicy Wait { get; init; } = WaitPolicy.None;

    /// <summary>Succeed although something could not be tried from here.</summary>
    public bool AllowUnchecked { get; init; }

    /// <summary>Write JSON.</summary>
    public bool Json { get; init; }

    /// <summary>How the command ends: well when everything held, or when the only gaps are such as were allowed.</summary>
    /// <param name="report">What was found.</param>
    public ExitCode Exit(VerificationReport report) =>
        report.AllHeld || (AllowUnchecked && report.NothingFailed) ? ExitCode.Success : ExitCode.Error;
}
