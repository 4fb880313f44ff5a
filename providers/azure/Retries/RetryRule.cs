using Provisioning.Providers.Azure.Http;
using Provisioning.Providers.Azure.Operations;

namespace Provisioning.Providers.Azure.Retries;

/// <summary>A failure that passes by itself: how to know it, how long to wait, and why.</summary>
/// <param name="Code">Azure's error code; empty for any. Message texts are never matched.</param>
/// <param name="Reason">Why waiting helps, for the user who waits.</param>
/// <param name="Source">Where the behaviour is documented.</param>
internal sealed record RetryRule(string Code, string Reason, string Source)
{
    /// <summary>The namespace the rule is for; empty for any service.</summary>
    public string Service { get; init; } = "";

    /// <summary>The lowest HTTP status the rule is for; null for any.</summary>
    public int? Status { get; init; }

    /// <summary>The highest HTTP status; null for the same as the lowest.</summary>
    public int? ToStatus { get; init; }

    /// <summary>The operations the rule is for.</summary>
    public OperationKind Operations { get; init; } = OperationKind.Any;

    /// <summary>What must have happened before.</summary>
    public RetryCondition Condition { get; init; }

    /// <summary>What the failure means, should it not pass.</summary>
    public required FailureKind Meaning { get; init; }

    /// <summary>The first wait; each further one is twice as long.</summary>
    public required TimeSpan FirstWait { get; init; }

    /// <summary>The longest wait.</summary>
    public required TimeSpan LongestWait { get; init; }

    /// <summary>How long to go on after the first such failure.</summary>
    public required TimeSpan GiveUpAfter { get; init; }

    /// <summary>Whether the rule is for a failure, conditions aside.</summary>
    public bool Matches(AzureError error, string service, OperationKind operation) =>
        (Service.Length == 0 || string.Equals(Service, service, StringComparison.OrdinalIgnoreCase))
        && (Status is not { } from || (error.Status >= from && error.Status <= (ToStatus ?? from)))
        && (Code.Length == 0 || error.Codes.Contains(Code, StringComparer.OrdinalIgnoreCase))
        && Operations.HasFlag(operation);
}
