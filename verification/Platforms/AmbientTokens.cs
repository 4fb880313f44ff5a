using System.Net.Http.Headers;
using System.Text.Json;
using Provisioning.Infra.Model.Hosts;
using Provisioning.Verification.Actors;

namespace Provisioning.Verification.Platforms;

/// <summary>How the platform that this process runs on gives it tokens: in a file, in a variable, or at an address.</summary>
/// <param name="environment">The variables of this process.</param>
/// <param name="http">HTTP to the platform.</param>
internal sealed class AmbientTokens(Func<string, string?> environment, HttpClient http)
{
    /// <summary>The file that holds this process's token, for hosts that give one; null when there is none.</summary>
    /// <param name="host">The kind of host.</param>
    public string? FileFor(WorkloadHost host) =>
        host is KubernetesServiceAccount or RadixWorkload or FederatedHost && environment("AZURE_FEDERATED_TOKEN_FILE") is { Length: > 0 } file ? file : null;

    /// <summary>Whether this process runs on a host of that kind.</summary>
    /// <param name="host">The kind of host.</param>
    public bool Has(WorkloadHost host) => SourceFor(host) is not null;

    /// <summary>A token of this process.</summary>
    /// <param name="host">The kind of host that it runs on.</param>
    /// <param name="trust">Whose audience to ask for, where it can be chosen.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="IOException">The token's file cannot be read.</exception>
    /// <exception cref="HttpRequestException">The platform gave none.</exception>
    public Task<string> GetAsync(WorkloadHost host, Trust trust, CancellationToken cancellationToken) =>
        SourceFor(host) is { } source
            ? source(trust, cancellationToken)
            : throw new InvalidOperationException("This process does not run on a host of this kind.");

    private Func<Trust, CancellationToken, Task<string>>? SourceFor(WorkloadHost host) => host switch
    {
        _ when FileFor(host) is { } file => (_, cancellationToken) => File.ReadAllTextAsync(file, cancellationToken),
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
        return answer.RootElement.TryGetProperty("value", out var value) ? value.GetString() ?? "" : "";
    }
}
