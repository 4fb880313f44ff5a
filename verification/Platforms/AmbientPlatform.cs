using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Identity;
using Provisioning.Infra.Model.Hosts;
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
    /// <inheritdoc/>
    public async Task<PlatformAccess> EnterAsync(Actor actor, CancellationToken cancellationToken) => actor switch
    {
        Actor.Federated federated => await EnterAsync(federated, cancellationToken),
        Actor.OnCompute compute when environment("MSI_ENDPOINT") is { Length: > 0 } => Managed(compute.ClientId, "the managed-identity endpoint of this compute"),
        Actor.Azure => new PlatformAccess.Closed("Only Azure itself acts as this identity", ""),
        _ => new PlatformAccess.Closed($"This process does not run on {actor.RunsOn}", $"Run 'provision verify --workload' there to check {actor.Name}."),
    };

    /// <summary>Leaves nothing behind.</summary>
    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<PlatformAccess> EnterAsync(Actor.Federated actor, CancellationToken cancellationToken)
    {
        foreach (var trust in actor.Trusts)
        {
            if (SourceOf(actor.Workload.RunsOn) is { } source && ClaimsOf(await source(trust, cancellationToken)) is { } own && own == trust with { Audience = own.Audience })
            {
                var credential = environment("AZURE_FEDERATED_TOKEN_FILE") is { Length: > 0 } file
                    ? entra.OfTokenFile(actor.ClientId, file)
                    : entra.OfAssertion(actor.ClientId, cancellation => source(trust, cancellation));
                return new PlatformAccess.Open([new SignIn(credential, $"this process's token of {trust.Issuer}", trust)], null);
            }
        }

        return new PlatformAccess.Closed($"This process has no token of {actor.RunsOn}", $"Run 'provision verify --workload {actor.Workload.Name}' there.");
    }

    private static PlatformAccess Managed(string? clientId, string how) => new PlatformAccess.Open(
        [new SignIn(new ManagedIdentityCredential(clientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId)), how)],
        null);

    /// <summary>How a platform gives tokens to the process it runs; null when this process is not on it.</summary>
    private Func<Trust, CancellationToken, Task<string>>? SourceOf(WorkloadHost host) => host switch
    {
        KubernetesServiceAccount or RadixWorkload or FederatedHost when environment("AZURE_FEDERATED_TOKEN_FILE") is { Length: > 0 } file =>
            (_, cancellationToken) => File.ReadAllTextAsync(file, cancellationToken),
        GitHubActions when environment("ACTIONS_ID_TOKEN_REQUEST_URL") is { Length: > 0 } url => (trust, cancellationToken) =>
            AskGitHubAsync($"{url}&audience={Uri.EscapeDataString(trust.Audience)}", cancellationToken),
        TerraformCloudWorkspace when environment("TFC_WORKLOAD_IDENTITY_TOKEN") is { Length: > 0 } token => (_, _) => Task.FromResult(token),
        _ => null,
    };

    private async Task<string> AskGitHubAsync(string url, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", environment("ACTIONS_ID_TOKEN_REQUEST_TOKEN"));
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        return answer.RootElement.GetProperty("value").GetString() ?? "";
    }

    private static Trust? ClaimsOf(string token)
    {
        if (token.Split('.') is not [_, var payload, _] || !Base64Url.IsValid(payload))
            return null;
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
        var audience = claims.RootElement.GetProperty("aud");
        return new Trust(
            claims.RootElement.GetProperty("iss").GetString() ?? "",
            claims.RootElement.GetProperty("sub").GetString() ?? "",
            (audience.ValueKind is JsonValueKind.Array ? audience[0] : audience).GetString() ?? "");
    }
}
