using System.Collections.Immutable;
using Provisioning.Verification;

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
}
