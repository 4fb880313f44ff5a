using Azure.Core;
using Provisioning.Verification.Actors;
using Provisioning.Verification.Platforms;
using Provisioning.Verification.Tests.Stacks;

namespace Provisioning.Verification.Tests;

/// <summary>A platform that treats everybody alike.</summary>
/// <param name="access">How.</param>
internal sealed class OpenPlatform(PlatformAccess access) : IPlatform
{
    /// <summary>A platform on which everybody signs in by one credential; with the token of a platform unless he is a pod.</summary>
    public OpenPlatform(TokenCredential credential)
        : this(new PlatformAccess.Open([new SignIn(credential, "here", new Trust(SampleStack.Issuer, "subject", "audience"))], null))
    {
    }

    public Task<PlatformAccess> EnterAsync(Actor actor, CancellationToken cancellationToken) => Task.FromResult(
        actor is Actor.InPod && access is PlatformAccess.Open open
            ? new PlatformAccess.Open([open.SignIns[0] with { Trust = null }], null)
            : access);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
