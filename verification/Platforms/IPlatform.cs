using Provisioning.Verification.Actors;

namespace Provisioning.Verification.Platforms;

/// <summary>Where actors get their identity from: the platforms that they run on, as far as they can be reached from here.</summary>
public interface IPlatform : IAsyncDisposable
{
    /// <summary>Takes the place of an actor.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<PlatformAccess> EnterAsync(Actor actor, CancellationToken cancellationToken);
}
