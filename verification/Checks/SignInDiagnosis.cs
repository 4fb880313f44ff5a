using System.Collections.Immutable;
using Azure;
using Azure.Identity;
using Provisioning.Infra.Access;
using Provisioning.Verification.Actors;
using Provisioning.Verification.ControlPlane;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Platforms;

namespace Provisioning.Verification.Checks;

/// <summary>Tells why an actor gets no token.</summary>
/// <param name="identityId">Id of the managed identity that the actor acts as; null for applications and system-assigned identities.</param>
/// <param name="prerequisites">Roles that the platform needs before it can give the actor its identity.</param>
/// <param name="tokens">The federated credentials as Azure has them.</param>
/// <param name="grants">Explains why a prerequisite does not work.</param>
internal sealed class SignInDiagnosis(string? identityId, ImmutableArray<AccessGrant> prerequisites, TrustedTokens tokens, GrantDiagnosis grants)
{
    private const string RunUp = "Run 'up --refresh' to put it back.";

    /// <summary>Explains a failure.</summary>
    /// <param name="signIn">How the actor signs in.</param>
    /// <param name="failure">What happened.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    public async Task<Verdict> ExplainAsync(SignIn signIn, AuthenticationFailedException failure, CancellationToken cancellationToken)
    {
        var code = EntraRefusal.CodeOf(failure);
        var said = code == 0 ? Line(failure) : $"AADSTS{code}";
        try
        {
            return signIn.Trust is { } trust
                ? await ExplainAsync(code, said, trust, cancellationToken)
                : await ExplainHostAsync(said, cancellationToken);
        }
        catch (RequestFailedException unreadable)
        {
            return new Verdict(Outcome.Wrong, $"{said}; the identity cannot be read ({unreadable.Status})", "Sign in as somebody with the role Reader to learn more.");
        }
    }

    private async Task<Verdict> ExplainHostAsync(string said, CancellationToken cancellationToken)
    {
        foreach (var grant in prerequisites)
        {
            var verdict = await grants.ExplainAsync(grant, said, cancellationToken);
            if (verdict.Outcome is Outcome.NotGranted or Outcome.NotYetEffective)
                return verdict;
        }

        return new Verdict(Outcome.Wrong, said, "The host does not have this identity. Run 'up --refresh' to give it back.");
    }

    private async Task<Verdict> ExplainAsync(int code, string said, Trust trust, CancellationToken cancellationToken)
    {
        if (code is 0)
            return new Verdict(Outcome.Unavailable, said, "Check the network, Entra and what gives the token of the platform, and try again.");
        if (code is EntraRefusal.ClientUnknown)
            return new Verdict(Outcome.NotYetEffective, $"{said}: Entra does not know the identity yet", "Wait a minute. If it stays so, the identity was deleted: run 'up --refresh'.");
        if (code is not (EntraRefusal.NoMatch or EntraRefusal.IssuerUnknown or EntraRefusal.AudienceUnknown or EntraRefusal.SubjectUnknown
            or EntraRefusal.SubjectCase or EntraRefusal.NoCredentials))
            return new Verdict(Outcome.Wrong, said, "docs/scenarios/federation.md lists the codes of Entra and what to do about each.");
        if (identityId is null)
            return new Verdict(Outcome.NotGranted, $"{said}: no federated credential accepts {trust.Subject} of {trust.Issuer}", RunUp);

        return Compare(said, trust, await tokens.OfAsync(identityId, cancellationToken));
    }

    private static Verdict Compare(string said, Trust trust, IReadOnlyList<TrustedToken> trusted)
    {
        if (trusted.Any(token => token.Issuer == trust.Issuer && token.Subject == trust.Subject && token.Audiences.Contains(trust.Audience)))
            return new Verdict(Outcome.NotYetEffective, $"{said}; the federated credential is there", "Wait: Entra takes up to some minutes. 'provision verify --wait 10m' does that.");

        return trusted.Select(token => (token, Difference: Difference(token, trust))).FirstOrDefault(pair => pair.Difference.Length > 0) is { token: { } close } found
            ? new Verdict(Outcome.Wrong, $"{said}; the credential '{close.Name}' {found.Difference}", "Run 'up --refresh' to write it as the document says.")
            : new Verdict(Outcome.NotGranted, $"{said}; no federated credential is for {trust.Subject} of {trust.Issuer}", RunUp);
    }

    /// <summary>The one thing in which a credential differs from what the token carries; empty when it is more than one.</summary>
    private static string Difference(TrustedToken token, Trust trust)
    {
        var (issuer, subject, audience) = (token.Issuer == trust.Issuer, token.Subject == trust.Subject, token.Audiences.Contains(trust.Audience));
        return (issuer, subject, audience) switch
        {
            (false, true, true) => $"trusts the issuer {token.Issuer}, and the token is of {trust.Issuer}",
            (true, false, true) when token.Subject.Equals(trust.Subject, StringComparison.OrdinalIgnoreCase) =>
                $"trusts the subject {token.Subject}, which differs in case from {trust.Subject}",
            (true, false, true) => $"trusts the subject {token.Subject}, and the token is for {trust.Subject}",
            (true, true, false) => $"trusts the audience {string.Join(", ", token.Audiences)}, and the token is for {trust.Audience}",
            _ => "",
        };
    }

    private static string Line(Exception failure) => failure.Message.Split('\n')[0].Trim();
}
