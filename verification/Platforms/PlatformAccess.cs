using System.Collections.Immutable;

namespace Provisioning.Verification.Platforms;

/// <summary>Whether somebody's place can be taken.</summary>
public abstract record PlatformAccess
{
    private PlatformAccess()
    {
    }

    /// <summary>It can.</summary>
    /// <param name="SignIns">His ways to sign in; one at least. The first one is used for everything else.</param>
    /// <param name="Assertions">Signs tokens as the platform would for somebody else; null where that is impossible.</param>
    public sealed record Open(ImmutableArray<SignIn> SignIns, IAssertionSource? Assertions) : PlatformAccess;

    /// <summary>It cannot, from here.</summary>
    /// <param name="Reason">Why, in one sentence.</param>
    /// <param name="Remedy">Where it can be tried instead; empty when nowhere.</param>
    public sealed record Closed(string Reason, string Remedy) : PlatformAccess;

    /// <summary>The platform does not give the actor what it should.</summary>
    /// <param name="Reason">What it said.</param>
    /// <param name="Remedy">What to do.</param>
    public sealed record Refused(string Reason, string Remedy) : PlatformAccess;
}
