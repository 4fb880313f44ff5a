using Provisioning.Verification.Actors;
using Provisioning.Verification.Platforms;

namespace Provisioning.Verification.Checks;

/// <summary>The tokens that come close to an actor's own and must be refused.</summary>
/// <param name="actor">The actor.</param>
/// <param name="assertions">Signs them.</param>
/// <param name="entra">Presents them.</param>
/// <param name="target">The cloud.</param>
internal sealed class RefusedTokens(Actor.Federated actor, IAssertionSource assertions, EntraClient entra, VerificationTarget target)
{
    /// <summary>One check for each way to be somebody else.</summary>
    public IEnumerable<ICheck> All()
    {
        var own = actor.Trusts[0];
        yield return Refused("with another subject", own with { Subject = own.Subject + "-of-somebody-else" }, EntraRefusal.SubjectUnknown, EntraRefusal.NoMatch);
        if (InOtherCase(own.Subject) is { } subject)
            yield return Refused("with its subject in another case", own with { Subject = subject }, EntraRefusal.SubjectCase, EntraRefusal.SubjectUnknown);
        yield return Refused("with another audience", own with { Audience = own.Audience + "/elsewhere" }, EntraRefusal.AudienceUnknown, EntraRefusal.NoMatch);

        // Long ago, so that the clocks of this machine, the platform and Entra need not agree.
        yield return new RefusedTokenCheck(
            "with an expired token", Credential(own, target.Time.GetUtcNow().AddYears(-1)), target.ResourceManagerScope, [EntraRefusal.OutOfTime]);
    }

    private RefusedTokenCheck Refused(string what, Trust content, params ReadOnlySpan<int> codes) =>
        new(what, Credential(content, null), target.ResourceManagerScope, [.. codes]);

    private Azure.Core.TokenCredential Credential(Trust content, DateTimeOffset? validUntil) =>
        entra.OfAssertion(actor.ClientId, cancellationToken => assertions.SignAsync(content, validUntil, cancellationToken));

    private static string? InOtherCase(string subject)
    {
        var upper = subject.ToUpperInvariant();
        return upper == subject ? null : upper;
    }
}
