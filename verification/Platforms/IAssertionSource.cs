using Provisioning.Verification.Actors;

namespace Provisioning.Verification.Platforms;

/// <summary>Signs tokens as a platform does, also such as it would give to somebody else.</summary>
public interface IAssertionSource
{
    /// <summary>Signs a token.</summary>
    /// <param name="content">What it carries.</param>
    /// <param name="validUntil">When it expires; null for an hour from now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<string> SignAsync(Trust content, DateTimeOffset? validUntil, CancellationToken cancellationToken);
}
