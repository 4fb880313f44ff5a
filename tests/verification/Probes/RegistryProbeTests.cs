using System.Net;
using System.Text.Json.Nodes;
using Azure.Core;
using Provisioning.Verification.Probes;

namespace Provisioning.Verification.Tests.Probes;

public sealed class RegistryProbeTests(ProbeFixture sandbox) : IClassFixture<ProbeFixture>
{
    private const string AcrPull = "7f951dda-4ed3-4680-a7ca-43fe172d538d";
    private const string AcrPush = "8311e382-0749-4cb8-b61a-304f252e45ec";
    private const string RepositoryReader = "b93aa761-3e63-49ed-ac28-beffa264f7ac";
    private const string RepositoryWriter = "2a1e307c-b015-4ebd-883e-5b7698a07328";
    private const string ManifestType = "application/vnd.oci.image.manifest.v1+json";

    [Fact]
    public async Task Pull_of_an_empty_registry_is_allowed_to_those_with_the_role()
    {
        var (id, server) = await RegistryAsync();
        var puller = await sandbox.PrincipalAsync(id, AcrPull);

        Assert.Equal(new ProbeAnswer.Allowed("the registry is empty"), await AskAsync(server, RegistryAction.Pull, puller));
    }

    [Fact]
    public async Task Pull_reads_an_image_as_far_as_its_configuration()
    {
        var (id, server) = await RegistryAsync();
        await PushAsync(server, await sandbox.PrincipalAsync(id, AcrPush), "base/pytorch", "2.4");
        var puller = await sandbox.PrincipalAsync(id, AcrPull);
        var before = sandbox.Host.Requests.Count;

        var answer = await AskAsync(server, RegistryAction.Pull, puller);

        Assert.Equal(new ProbeAnswer.Allowed("base/pytorch:2.4, 3 layers"), answer);
        Assert.Contains(sandbox.Host.Requests.Read(before), request => request.Method is "HEAD" && request.Path.Contains("/blobs/sha256:", StringComparison.Ordinal) && request.Status is 200);
    }

    [Fact]
    public async Task Pull_without_a_role_is_refused_by_the_registrys_code()
    {
        var (_, server) = await RegistryAsync();

        Assert.Equal(
            new ProbeAnswer.Refused(401, "UNAUTHORIZED", "authentication required"),
            await AskAsync(server, RegistryAction.Pull, await sandbox.PrincipalAsync()));
    }

    [Fact]
    public async Task Pull_of_a_repository_that_is_not_there_is_allowed_and_says_so()
    {
        var (id, server) = await RegistryAsync();
        var puller = await sandbox.PrincipalAsync(id, AcrPull);

        Assert.Equal(new ProbeAnswer.Allowed("'team/app': nothing there yet"), await AskAsync(server, RegistryAction.Pull, puller, "team/app"));
    }

    [Fact]
    public async Task Registry_in_repository_mode_lets_its_readers_pull_behind_a_closed_catalog()
    {
        var (id, server) = await RegistryAsync(""", "properties": { "roleAssignmentMode": "AbacRepositoryPermissions" }""");

        var reader = await AskAsync(server, RegistryAction.Pull, await sandbox.PrincipalAsync(id, RepositoryReader));
        var old = await AskAsync(server, RegistryAction.Pull, await sandbox.PrincipalAsync(id, AcrPull));
        var writer = await AskAsync(server, RegistryAction.Push, await sandbox.PrincipalAsync(id, RepositoryWriter), "team/app");

        Assert.Equal(new ProbeAnswer.Allowed("the catalog is closed to the caller; pulling is not"), reader);
        Assert.IsType<ProbeAnswer.Refused>(old);
        Assert.IsType<ProbeAnswer.Allowed>(writer);
    }

    [Fact]
    public async Task Push_is_allowed_and_leaves_neither_upload_nor_repository()
    {
        var (id, server) = await RegistryAsync();
        var pusher = await sandbox.PrincipalAsync(id, AcrPush);
        var before = sandbox.Host.Requests.Count;

        var answer = await AskAsync(server, RegistryAction.Push, pusher, "team/app");

        Assert.Equal(new ProbeAnswer.Allowed("'team/app': an upload was begun and cancelled"), answer);
        var requests = sandbox.Host.Requests.Read(before);
        Assert.Single(requests, request => request.Method is "POST" && request.Path.EndsWith("/blobs/uploads/", StringComparison.Ordinal) && request.Status is 202);
        Assert.Single(requests, request => request.Method is "DELETE" && request.Status is 204);
        Assert.Equal(new ProbeAnswer.Allowed("the registry is empty"), await AskAsync(server, RegistryAction.Pull, pusher));
    }

    [Fact]
    public async Task Push_is_refused_to_those_who_may_only_pull()
    {
        var (id, server) = await RegistryAsync();
        var puller = await sandbox.PrincipalAsync(id, AcrPull);

        Assert.Equal(new ProbeAnswer.Refused(401, "UNAUTHORIZED", "authentication required"), await AskAsync(server, RegistryAction.Push, puller));
    }

    [Fact]
    public async Task Registry_that_nobody_has_is_missing()
    {
        var (_, server) = await RegistryAsync();
        var absent = $"absent{server[server.IndexOf('.', StringComparison.Ordinal)..]}";

        var unknown = await AskAsync(absent, RegistryAction.Pull, await sandbox.PrincipalAsync());
        var unresolved = await AskAsync("absent.invalid", RegistryAction.Push, await sandbox.PrincipalAsync());

        Assert.Equal("NAME_UNKNOWN", Assert.IsType<ProbeAnswer.Missing>(unknown).Code);
        Assert.Equal("NAME_UNKNOWN", Assert.IsType<ProbeAnswer.Missing>(unresolved).Code);
    }

    [Fact]
    public async Task Registry_that_does_not_answer_is_unavailable()
    {
        var server = $"images.localhost:{ProbeFixture.ClosedPort()}";

        var answer = await AskAsync(server, RegistryAction.Pull, await sandbox.PrincipalAsync());

        Assert.StartsWith(server, Assert.IsType<ProbeAnswer.Unavailable>(answer).Message, StringComparison.Ordinal);
    }

    private Task<ProbeAnswer> AskAsync(string server, RegistryAction action, ProbePrincipal principal, string? repository = null) =>
        new RegistryProbe(sandbox.Transport, server, action, repository).AskAsync(principal.Credential, CancellationToken.None);

    private async Task<(string Id, string Server)> RegistryAsync(string more = "")
    {
        var id = $"{await sandbox.GroupAsync()}/providers/Microsoft.ContainerRegistry/registries/{sandbox.Name("images")}";
        var registry = await sandbox.PutAsync(id, "2025-11-01", $$"""{ "location": "westeurope", "sku": { "name": "Standard" }{{more}} }""");
        return (id, $"{registry["properties"]?["loginServer"]}");
    }

    /// <summary>Pushes an image of three layers.</summary>
    private async Task PushAsync(string server, ProbePrincipal pusher, string repository, string tag)
    {
        var registry = new RegistryConnection(new ServiceClient(sandbox.Transport), server, pusher.Credential);
        var scope = RegistryScope.Repository(repository, "pull", "push");
        var begun = Assert.IsType<ServiceReply.Success>(
            await registry.SendAsync(RequestMethod.Post, $"/v2/{repository}/blobs/uploads/", scope, [], CancellationToken.None));
        var digest = "sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([]));
        Assert.IsType<ServiceReply.Success>(await registry.SendAsync(RequestMethod.Put, $"{begun.Location}?digest={digest}", scope, [], CancellationToken.None));

        var token = await TokenAsync(server, pusher, scope.ToString());
        using var manifest = new HttpRequestMessage(HttpMethod.Put, $"https://{server}/v2/{repository}/manifests/{tag}");
        manifest.Headers.Authorization = new("Bearer", token);
        manifest.Content = new StringContent($$"""
            { "schemaVersion": 2, "config": { "digest": "{{digest}}" }, "layers": [{}, {}, {}] }
            """, new System.Net.Http.Headers.MediaTypeHeaderValue(ManifestType));
        using var response = await sandbox.Client.SendAsync(manifest);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    private async Task<string> TokenAsync(string server, ProbePrincipal principal, string scope)
    {
        var entra = await principal.Credential.GetTokenAsync(new TokenRequestContext(["https://containerregistry.azure.net/.default"]), CancellationToken.None);
        var refresh = await PostAsync(server, "exchange", new() { ["grant_type"] = "access_token", ["service"] = server, ["access_token"] = entra.Token });
        var access = await PostAsync(server, "token", new() { ["grant_type"] = "refresh_token", ["service"] = server, ["scope"] = scope, ["refresh_token"] = $"{refresh?["refresh_token"]}" });
        return $"{access?["access_token"]}";
    }

    private async Task<JsonNode?> PostAsync(string server, string endpoint, Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        using var response = await sandbox.Client.PostAsync(new Uri($"https://{server}/oauth2/{endpoint}"), content);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync());
    }
}
