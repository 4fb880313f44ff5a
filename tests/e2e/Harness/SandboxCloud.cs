using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Provisioning.Sandbox;

namespace Provisioning.EndToEnd.Tests.Harness;

/// <summary>Looks at a sandbox as its deployer, and changes things in it behind the deployment's back.</summary>
/// <param name="connection">How to reach it.</param>
internal sealed class SandboxCloud(SandboxConnection connection) : IDisposable
{
    private readonly HttpClient _client = CreateClient(connection.CertificatePath);

    /// <summary>The names of the resource groups.</summary>
    public async Task<IReadOnlyList<string>> ResourceGroupsAsync() =>
        [.. (await ListAsync($"{Subscription}/resourcegroups?api-version=2024-03-01")).Select(group => Text(group, "name"))];

    /// <summary>The types of all resources in a group.</summary>
    public async Task<IReadOnlyList<string>> ResourceTypesAsync(string group) =>
        [.. (await ListAsync($"{Subscription}/resourceGroups/{group}/resources?api-version=2024-03-01")).Select(resource => Text(resource, "type"))];

    /// <summary>The principals of all role assignments in the subscription.</summary>
    public async Task<IReadOnlyList<string>> AssignedPrincipalsAsync() =>
        [.. (await ListAsync($"{Subscription}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01"))
            .Select(assignment => Text(assignment.GetProperty("properties"), "principalId"))];

    /// <summary>The ids of all role assignments in both subscriptions.</summary>
    public async Task<IReadOnlyList<string>> RoleAssignmentsAsync() => [.. (await AssignmentsAsync()).Select(assignment => Text(assignment, "id"))];

    /// <summary>The key vaults that are deleted but keep their names.</summary>
    public Task<IReadOnlyList<JsonElement>> DeletedVaultsAsync() =>
        ListAsync($"{Subscription}/providers/Microsoft.KeyVault/deletedVaults?api-version=2023-07-01");

    /// <summary>Writes a resource as somebody with a script would.</summary>
    public async Task PutAsync(string id, string apiVersion, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(connection.ResourceManager, $"{id}?api-version={apiVersion}"))
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync());
        using var response = await _client.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Removes a workload identity from Deep Lake's organization, as its administrator would in the portal.</summary>
    public async Task RemoveRegistrationAsync(string registration)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Delete,
            new Uri(connection.DeepLake, $"organizations/{SandboxOptions.DefaultDeepLakeOrganizationId}/workload-identities/{registration}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(connection.DeepLakeTokenFile)).Trim());
        using var response = await _client.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>What Deep Lake's organization says about its workload identities.</summary>
    public async Task<string> DeepLakeRegistrationsAsync()
    {
        var token = (await File.ReadAllTextAsync(connection.DeepLakeTokenFile)).Trim();
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(connection.DeepLake, $"organizations/{SandboxOptions.DefaultDeepLakeOrganizationId}/workload-identities"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await _client.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    /// <summary>A resource; null when there is none.</summary>
    public async Task<JsonElement?> FindAsync(string id, string apiVersion)
    {
        using var response = await GetAsync($"{id}?api-version={apiVersion}");
        return response.StatusCode == HttpStatusCode.NotFound
            ? null
            : await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>An access token of an identity for a pod of a cluster, which shows the token of its service account.</summary>
    /// <param name="issuer">Name of the cluster's issuer.</param>
    /// <param name="subject">Subject of the service account.</param>
    /// <param name="clientId">Client id of the identity.</param>
    /// <param name="scope">What the token is for.</param>
    public async Task<string> PodTokenAsync(string issuer, string subject, string clientId, string scope)
    {
        using var response = await _client.PostAsJsonAsync(
            new Uri(connection.Admin, "_sandbox/oidc/tokens"),
            new { issuer = new Uri(connection.Admin, $"oidc/{issuer}").AbsoluteUri, subject, audience = "api://AzureADTokenExchange" });
        var assertion = Text(await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(), "token");
        return await SignInAsync(clientId, assertion, scope);
    }

    /// <summary>What a service answers to a read.</summary>
    /// <param name="address">What to read.</param>
    /// <param name="token">The reader's access token.</param>
    public async Task<HttpStatusCode> ReadAsync(Uri address, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("x-ms-version", "2024-11-04");
        using var response = await _client.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Has Azure ML build an image for a workspace: the id of the registry it is in, and how it is pulled.</summary>
    public async Task<(string Registry, string Image)> BuildImageAsync(string workspace)
    {
        using var response = await _client.PostAsJsonAsync(new Uri(connection.Admin, "_sandbox/machine-learning/builds"), new { workspace });
        var built = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return (Text(built, "registry"), Text(built, "image"));
    }

    /// <summary>Makes an identity trust a subject of an issuer, as somebody in the portal would; gives a registry token of the identity.</summary>
    public async Task<string> TrustAsync(string identity, string issuer, string subject)
    {
        using var discovery = await _client.GetAsync(new Uri(connection.Admin, $"oidc/{issuer}/.well-known/openid-configuration"));
        var url = Text(await discovery.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(), "issuer");
        await PutAsync(
            $"{identity}/federatedIdentityCredentials/{subject}",
            "2024-11-30",
            new { properties = new { issuer = url, subject, audiences = new[] { "api://AzureADTokenExchange" } } });
        var clientId = (await FindAsync(identity, "2024-11-30"))?.GetProperty("properties").GetProperty("clientId").GetString() ?? "";
        return await PodTokenAsync(issuer, subject, clientId, "https://containerregistry.azure.net/.default");
    }

    /// <summary>What a registry answers to the pull of an image.</summary>
    /// <param name="image">Login server, repository and tag.</param>
    /// <param name="token">An access token for registries.</param>
    public async Task<HttpStatusCode> PullAsync(string image, string token)
    {
        var (server, repository, tag) = (image[..image.IndexOf('/')], image[(image.IndexOf('/') + 1)..image.LastIndexOf(':')], image[(image.LastIndexOf(':') + 1)..]);
        var refresh = await RegistryTokenAsync(server, "exchange", new() { ["grant_type"] = "access_token", ["access_token"] = token }, "refresh_token");
        var access = await RegistryTokenAsync(
            server, "token", new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refresh, ["scope"] = $"repository:{repository}:pull" }, "access_token");
        return await ReadAsync(new Uri($"https://{server}/v2/{repository}/manifests/{tag}"), access);
    }

    /// <summary>The ids of the roles that are assigned to a principal at exactly a scope.</summary>
    public async Task<IReadOnlyList<string>> RolesAsync(string scope, string principal) =>
        [.. (await AssignmentsAsync())
            .Select(assignment => assignment.GetProperty("properties"))
            .Where(assignment => Text(assignment, "principalId") == principal && string.Equals(Text(assignment, "scope"), scope, StringComparison.OrdinalIgnoreCase))
            .Select(assignment => Text(assignment, "roleDefinitionId")[(Text(assignment, "roleDefinitionId").LastIndexOf('/') + 1)..])];

    /// <summary>Removes a resource or role assignment as somebody in the portal would.</summary>
    public Task RemoveAsync(string id) => DriftAsync(new { id });

    /// <summary>Changes members of a resource as somebody in the portal would.</summary>
    public Task ChangeAsync(string id, object patch) => DriftAsync(new { id, patch });

    public void Dispose() => _client.Dispose();

    private string Subscription => $"/subscriptions/{connection.SubscriptionId}";

    private static HttpClient CreateClient(string certificatePath) => new(new SocketsHttpHandler
    {
        UseProxy = false,

        // Registries have names below localhost, which not every resolver knows.
        ConnectCallback = async (connection, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, connection.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(certificatePath) },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
    });

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private async Task<string> RegistryTokenAsync(string server, string endpoint, Dictionary<string, string> form, string member)
    {
        using var content = new FormUrlEncodedContent(form.Append(new("service", server)));
        using var response = await _client.PostAsync(new Uri($"https://{server}/oauth2/{endpoint}"), content);
        return Text(await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(), member);
    }

    private async Task<IReadOnlyList<JsonElement>> AssignmentsAsync()
    {
        var assignments = new List<JsonElement>();
        foreach (var subscription in new[] { connection.SubscriptionId, SandboxOptions.SharedSubscriptionId })
            assignments.AddRange(await ListAsync($"/subscriptions/{subscription}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01"));
        return assignments;
    }

    private async Task DriftAsync(object drift)
    {
        using var response = await _client.PostAsJsonAsync(new Uri(connection.Admin, "_sandbox/drift"), drift);
        response.EnsureSuccessStatusCode();
    }

    private async Task<IReadOnlyList<JsonElement>> ListAsync(string path)
    {
        using var response = await GetAsync(path);
        var page = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(page.TryGetProperty("nextLink", out _), "The list has more than one page.");
        return [.. page.GetProperty("value").EnumerateArray()];
    }

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(connection.ResourceManager, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync());
        return await _client.SendAsync(request);
    }

    private async Task<string> TokenAsync() =>
        await SignInAsync(connection.Deployer.ClientId.ToString(), await File.ReadAllTextAsync(connection.Deployer.TokenFile), "https://management.azure.com/.default");

    private async Task<string> SignInAsync(string clientId, string assertion, string scope)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = assertion,
            ["scope"] = scope,
        });
        using var response = await _client.PostAsync(new Uri(connection.Login, $"{connection.TenantId}/oauth2/v2.0/token"), form);
        return Text(await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(), "access_token");
    }
}
