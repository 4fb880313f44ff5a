using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Provisioning.Sandbox.Tests.Arm;

namespace Provisioning.Sandbox.Tests.DataPlane;

public sealed class RegistryDataTests(DataPlaneFixture sandbox) : IClassFixture<DataPlaneFixture>
{
    private const string AcrPush = "8311e382-0749-4cb8-b61a-304f252e45ec";
    private const string RepositoryReader = "b93aa761-3e63-49ed-ac28-beffa264f7ac";
    private const string Manifest = """{ "schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json", "layers": [] }""";
    private const string ManifestType = "application/vnd.oci.image.manifest.v1+json";

    [Fact]
    public async Task Without_a_token_the_registry_says_where_to_get_one()
    {
        var (_, server) = await RegistryAsync();

        using var response = await sandbox.Client().GetAsync(new Uri($"https://{server}/v2/team/image/manifests/latest"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(
            $"Bearer realm=\"https://{server}/oauth2/token\",service=\"{server}\",scope=\"repository:team/image:pull\"",
            response.Headers.WwwAuthenticate.ToString());
        Assert.Equal("UNAUTHORIZED", JsonNode.Parse(await response.Content.ReadAsStringAsync())?["errors"]?[0]?["code"]?.ToString());
    }

    [Fact]
    public async Task Image_is_pushed_and_pulled_by_those_who_may()
    {
        var (id, server) = await RegistryAsync();
        var pusher = await WorkerAsync(id, AcrPush);
        var puller = await WorkerAsync(id, Roles.AcrPull);

        using var pushed = await PushAsync(server, await AccessAsync(server, pusher, "repository:team/image:pull,push"));
        using var pulled = await PullAsync(server, await AccessAsync(server, puller, "repository:team/image:pull"));
        using var refused = await PushAsync(server, await AccessAsync(server, puller, "repository:team/image:pull,push"));

        Assert.Equal(HttpStatusCode.Created, pushed.StatusCode);
        Assert.Equal(Manifest, await pulled.Content.ReadAsStringAsync());
        Assert.Equal(ManifestType, pulled.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("sha256:", pulled.Headers.GetValues("Docker-Content-Digest").Single());
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Identity_without_a_role_gets_a_token_that_opens_nothing()
    {
        var (id, server) = await RegistryAsync();

        using var response = await PullAsync(server, await AccessAsync(server, await WorkerAsync(id, role: null), "repository:team/image:pull"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Registry_in_repository_mode_ignores_the_old_roles()
    {
        var (id, server) = await RegistryAsync();
        (await sandbox.Deployer.PatchAsync(id, """{ "properties": { "roleAssignmentMode": "AbacRepositoryPermissions" } }""")).Expect(200);

        using var old = await PullAsync(server, await AccessAsync(server, await WorkerAsync(id, Roles.AcrPull), "repository:team/image:pull"));
        using var current = await PullAsync(server, await AccessAsync(server, await WorkerAsync(id, RepositoryReader), "repository:team/image:pull"));

        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, current.StatusCode);
    }

    [Fact]
    public async Task Docker_signs_in_with_the_refresh_token_as_password()
    {
        var (id, server) = await RegistryAsync();
        var refresh = await ExchangeAsync(server, await WorkerAsync(id, Roles.AcrPull));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://{server}/oauth2/token?service={server}&scope=repository:team/image:pull");
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"00000000-0000-0000-0000-000000000000:{refresh}")));

        using var response = await sandbox.Client().SendAsync(request);
        var token = JsonNode.Parse(await response.Content.ReadAsStringAsync())?["access_token"]?.ToString();

        using var pulled = await PullAsync(server, token);
        Assert.Equal(HttpStatusCode.NotFound, pulled.StatusCode);
    }

    [Fact]
    public async Task Token_for_resource_manager_is_taken_unless_the_policy_says_no()
    {
        var (id, server) = await RegistryAsync();
        var token = await (await WorkerAsync(id, Roles.AcrPull))("https://management.azure.com/.default");

        using var before = await PostAsync(server, "exchange", new() { ["grant_type"] = "access_token", ["service"] = server, ["access_token"] = token });
        (await sandbox.Deployer.PatchAsync(id, """{ "properties": { "policies": { "azureADAuthenticationAsArmPolicy": { "status": "disabled" } } } }""")).Expect(200);
        using var after = await PostAsync(server, "exchange", new() { ["grant_type"] = "access_token", ["service"] = server, ["access_token"] = token });

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task Anonymous_pull_works_where_it_is_on()
    {
        var (id, server) = await RegistryAsync();
        (await sandbox.Deployer.PatchAsync(id, """{ "properties": { "anonymousPullEnabled": true } }""")).Expect(200);

        var body = JsonNode.Parse(await sandbox.Client().GetStringAsync(new Uri($"https://{server}/oauth2/token?service={server}&scope=repository:team/image:pull,push")));

        using var pulled = await PullAsync(server, body?["access_token"]?.ToString());
        using var pushed = await PushAsync(server, body?["access_token"]?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, pulled.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, pushed.StatusCode);
    }

    [Fact]
    public async Task Repositories_and_tags_are_listed()
    {
        var (id, server) = await RegistryAsync();
        var worker = await WorkerAsync(id, AcrPush);
        var token = await AccessAsync(server, worker, "repository:team/image:pull,push");
        using var pushed = await PushAsync(server, token);

        using var tags = await sandbox.Client().SendAsync(DataPlaneFixture.Request(HttpMethod.Get, new Uri($"https://{server}/v2/team/image/tags/list"), token));
        using var catalog = await sandbox.Client().SendAsync(DataPlaneFixture.Request(
            HttpMethod.Get, new Uri($"https://{server}/v2/_catalog"), await AccessAsync(server, worker, "registry:catalog:*")));

        Assert.Equal("""{"name":"team/image","tags":["latest"]}""", await tags.Content.ReadAsStringAsync());
        Assert.Equal("""{"repositories":["team/image"]}""", await catalog.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Layer_is_stored_under_its_digest()
    {
        var (id, server) = await RegistryAsync();
        var token = await AccessAsync(server, await WorkerAsync(id, AcrPush), "repository:team/image:pull,push");
        var layer = Encoding.UTF8.GetBytes("layer");
        var digest = "sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(layer));

        using var begun = await sandbox.Client().SendAsync(DataPlaneFixture.Request(HttpMethod.Post, new Uri($"https://{server}/v2/team/image/blobs/uploads/"), token));
        using var wrong = await UploadAsync($"https://{server}{begun.Headers.Location}?digest=sha256:00", token, layer);
        using var stored = await UploadAsync($"https://{server}{begun.Headers.Location}?digest={digest}", token, layer);
        using var read = await sandbox.Client().SendAsync(DataPlaneFixture.Request(HttpMethod.Get, new Uri($"https://{server}/v2/team/image/blobs/{digest}"), token));

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Created, stored.StatusCode);
        Assert.Equal("layer", await read.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Cancelled_upload_leaves_nothing_behind()
    {
        var (id, server) = await RegistryAsync();
        var worker = await WorkerAsync(id, AcrPush);
        var token = await AccessAsync(server, worker, "repository:team/image:pull,push");
        using var begun = await SendAsync(HttpMethod.Post, server, "/v2/team/image/blobs/uploads/", token);
        var upload = $"{begun.Headers.Location}";
        using var open = await SendAsync(HttpMethod.Get, server, upload, token);

        using var cancelled = await SendAsync(HttpMethod.Delete, server, upload, token);
        using var shown = await SendAsync(HttpMethod.Get, server, upload, token);
        using var again = await SendAsync(HttpMethod.Delete, server, upload, token);
        using var completed = await UploadAsync($"https://{server}{upload}?digest=sha256:00", token, []);
        using var tags = await SendAsync(HttpMethod.Get, server, "/v2/team/image/tags/list", token);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.NoContent), (begun.StatusCode, open.StatusCode));
        Assert.Equal(HttpStatusCode.NoContent, cancelled.StatusCode);
        Assert.All([shown, again, completed, tags], response => Assert.Equal(HttpStatusCode.NotFound, response.StatusCode));
        Assert.Equal("BLOB_UPLOAD_UNKNOWN", await CodeAsync(again));
        Assert.Equal("NAME_UNKNOWN", await CodeAsync(tags));
    }

    [Fact]
    public async Task Upload_is_cancelled_by_those_alone_who_may_push()
    {
        var (id, server) = await RegistryAsync();
        var pusher = await AccessAsync(server, await WorkerAsync(id, AcrPush), "repository:team/image:pull,push");
        var puller = await AccessAsync(server, await WorkerAsync(id, Roles.AcrPull), "repository:team/image:pull,push");
        using var begun = await SendAsync(HttpMethod.Post, server, "/v2/team/image/blobs/uploads/", pusher);

        using var refused = await SendAsync(HttpMethod.Delete, server, $"{begun.Headers.Location}", puller);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Unknown_registry_is_404()
    {
        var (_, server) = await RegistryAsync();

        using var response = await sandbox.Client().GetAsync(new Uri($"https://absent{server[server.IndexOf('.', StringComparison.Ordinal)..]}/v2/"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<(string Id, string Server)> RegistryAsync()
    {
        var id = $"{await sandbox.GroupAsync()}/providers/Microsoft.ContainerRegistry/registries/{sandbox.Name("images")}";
        var put = (await sandbox.Deployer.PutAsync(id, Bodies.Registry)).Expect(201);
        await sandbox.Deployer.GetAsync(id);
        return (id, put.Property("loginServer") ?? "");
    }

    private async Task<Func<string, Task<string>>> WorkerAsync(string registry, string? role)
    {
        var (identity, tokenFor) = await sandbox.WorkerAsync(await sandbox.GroupAsync());
        if (role is not null)
            await sandbox.AssignAsync(registry, identity.PrincipalId, role);
        return tokenFor;
    }

    private async Task<string> AccessAsync(string server, Func<string, Task<string>> tokenFor, string scope)
    {
        using var response = await PostAsync(server, "token", new()
        {
            ["grant_type"] = "refresh_token", ["service"] = server, ["scope"] = scope, ["refresh_token"] = await ExchangeAsync(server, tokenFor),
        });
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())?["access_token"]?.ToString() ?? "";
    }

    private async Task<string> ExchangeAsync(string server, Func<string, Task<string>> tokenFor)
    {
        using var response = await PostAsync(server, "exchange", new()
        {
            ["grant_type"] = "access_token", ["service"] = server, ["access_token"] = await tokenFor("https://containerregistry.azure.net/.default"),
        });
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())?["refresh_token"]?.ToString() ?? "";
    }

    private async Task<HttpResponseMessage> PostAsync(string server, string endpoint, Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return await sandbox.Client().PostAsync(new Uri($"https://{server}/oauth2/{endpoint}"), content);
    }

    private async Task<HttpResponseMessage> PullAsync(string server, string? token) =>
        await sandbox.Client().SendAsync(DataPlaneFixture.Request(HttpMethod.Get, new Uri($"https://{server}/v2/team/image/manifests/latest"), token));

    private async Task<HttpResponseMessage> PushAsync(string server, string? token)
    {
        using var request = DataPlaneFixture.Request(HttpMethod.Put, new Uri($"https://{server}/v2/team/image/manifests/latest"), token);
        request.Content = new StringContent(Manifest, Encoding.UTF8, ManifestType);
        return await sandbox.Client().SendAsync(request);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string server, string path, string token) =>
        await sandbox.Client().SendAsync(DataPlaneFixture.Request(method, new Uri($"https://{server}{path}"), token));

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())?["errors"]?[0]?["code"]?.ToString();

    private async Task<HttpResponseMessage> UploadAsync(string address, string token, byte[] content)
    {
        using var request = DataPlaneFixture.Request(HttpMethod.Put, new Uri(address), token);
        request.Content = new ByteArrayContent(content);
        return await sandbox.Client().SendAsync(request);
    }
}
