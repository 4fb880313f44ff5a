namespace Provisioning.Sandbox.Faults;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>The answer comes late, by <see cref="FaultRule.Delay"/>.</summary>
    Latency,

    /// <summary>429 with <c>Retry-After</c>; the request has no effect.</summary>
    Throttle,

    /// <summary>An error status (500 unless <see cref="FaultRule.Status"/> says otherwise); the request has no effect.</summary>
    Error,

    /// <summary>The connection is cut before the request has an effect.</summary>
    ResetBefore,

    /// <summary>The connection is cut after the request took effect: the answer is lost.</summary>
    ResetAfter,

    /// <summary>The request takes effect, but its answer ends in the middle.</summary>
    Truncate,

    /// <summary>401 for a token that counts no longer, with the claims that a new one must have; the request has no effect.</summary>
    ExpireToken,
}
