using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using Provisioning.Verification.Actors;

namespace Provisioning.Verification.Platforms;

/// <summary>
/// The one place that a verification runs in: a pod, a job or a pipeline whose platform gives this process an identity, or a machine
/// that has none of the stack's.
/// </summary>
/// <param name="environment">The variables of this process.</param>
/// <param name="http">HTTP to the platform.</param>
/// <param name="entra">Makes credentials.</param>
public sealed class AmbientPlatform(Func<string, string?> environment, HttpClient http, EntraClient entra) : IPlatform
{
    private readonly AmbientTokens tokens = new(environment, http);

    /// <inheritdoc/>
    public async Task<PlatformAccess> EnterAsync(Actor actor, CancellationToken cancellationToken) => actor switch
    {
        Actor.Federated federated when tokens.Has(federated.Workload.RunsOn) => await EnterAsync(federated, cancellationToken),
        Actor.OnCompute compute when environment("MSI_ENDPOINT") is { Length: > 0 } => await EnterAsync(compute, cancellationToken),
        Actor.OnNode => new PlatformAccess.Closed("Only the kubelet of a node acts as this identity", "Start a pod there with an image of the registry, and see it pulled."),
        Actor.InPod pod => new PlatformAccess.Closed(
            "No place of AAD Pod Identity can be taken outside of the sandbox", $"Sign in from one of the {actor.RunsOn} with the client id {pod.ClientId}."),
        Actor.Azure => new PlatformAccess.Closed("Only Azure itself acts as this identity", ""),
        _ => Elsewhere(actor, $"This process does not run on {actor.RunsOn}"),
    };

    /// <summary>Leaves nothing behind.</summary>
    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<PlatformAccess> EnterAsync(Actor.Federated actor, CancellationToken cancellationToken)
    {
        var host = actor.Workload.RunsOn;
        var seen = "";
        foreach (var trust in actor.Trusts)
        {
            try
            {
                if (TokenClaims.Of(await tokens.GetAsync(host, trust, cancellationToken)) is not { } claims)
                    return new PlatformAccess.Refused("What the platform gives this process is no token", $"Check how the token gets to {actor.Name}.");
                var own = new Trust(claims.Text("iss"), claims.Text("sub"), claims.Text("aud"));
                if (IsMeant(own, trust))
                    return new PlatformAccess.Open([new SignIn(Credential(actor, trust), $"this process's token of {own.Issuer}", own)], null);
                seen = $"This process's token is for {own.Subject} of {own.Issuer}";
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or HttpRequestException or JsonException)
            {
                return new PlatformAccess.Refused($"The platform gives this process no token: {failure.Message}", $"Check how the token gets to {actor.Name}.");
            }
        }

        return Elsewhere(actor, seen);
    }

    private TokenCredential Credential(Actor.Federated actor, Trust trust) => tokens.FileFor(actor.Workload.RunsOn) is { } file
        ? entra.OfTokenFile(actor.ClientId, file)
        : entra.OfAssertion(actor.ClientId, cancellationToken => tokens.GetAsync(actor.Workload.RunsOn, trust, cancellationToken));

    /// <summary>Any compute has an endpoint, so whose token it gives is what tells whether this process runs on that one.</summary>
    private async Task<PlatformAccess> EnterAsync(Actor.OnCompute actor, CancellationToken cancellationToken)
    {
        var credential = entra.OfManagedIdentity(actor.ClientId);
        try
        {
            var token = await credential.GetTokenAsync(new TokenRequestContext([entra.ResourceManagerScope]), cancellationToken);
            return actor.PrincipalId.Equals(TokenClaims.Of(token.Token)?.Text("oid"), StringComparison.OrdinalIgnoreCase)
                ? new PlatformAccess.Open([new SignIn(credential, "the managed-identity endpoint of this compute")], null)
                : Elsewhere(actor, "The managed-identity endpoint of this process gives another identity");
        }
        catch (AuthenticationFailedException)
        {
            return Elsewhere(actor, "The managed-identity endpoint of this process does not give this identity");
        }
    }

    private static PlatformAccess.Closed Elsewhere(Actor actor, string reason) =>
        new(reason, $"Run 'provision verify --workload {actor.Name}' on {actor.RunsOn}.");

    /// <summary>
    /// Whether a token is the one that a credential was made for. What differs in a trailing slash, in case or in the audience is: Entra
    /// refuses it, and that is to be found out.
    /// </summary>
    private static bool IsMeant(Trust own, Trust trust) =>
        own.Issuer.TrimEnd('/').Equals(trust.Issuer.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)
        && own.Subject.Equals(trust.Subject, StringComparison.OrdinalIgnoreCase);
}
