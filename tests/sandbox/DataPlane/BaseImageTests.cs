using System.Formats.Tar;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Tests.Arm;

namespace Provisioning.Sandbox.Tests.DataPlane;

/// <summary>The image that a new sandbox's registry holds, pulled as a container runtime pulls it.</summary>
public sealed class BaseImageTests(DataPlaneFixture sandbox) : IClassFixture<DataPlaneFixture>
{
    private const string Pull = $"repository:{PlatformSeed.Image}:pull";

    [Fact]
    public async Task Seeded_image_is_pulled_with_every_digest_right()
    {
        var (server, token) = await SignInAsync();

        var manifest = await GetAsync(server, token, $"manifests/{PlatformSeed.ImageTag}");
        var document = JsonNode.Parse(manifest);
        var configuration = await BlobAsync(server, token, document?["config"]);
        var layer = await BlobAsync(server, token, Assert.Single(document?["layers"] as JsonArray ?? []));

        Assert.Equal(manifest, await GetAsync(server, token, $"manifests/{Digest(manifest)}"));
        using var archive = new MemoryStream();
        await using (var reader = new GZipStream(new MemoryStream(layer), CompressionMode.Decompress))
            await reader.CopyToAsync(archive);
        Assert.Equal(JsonNode.Parse(configuration)?["rootfs"]?["diff_ids"]?[0]?.GetValue<string>(), Digest(archive.ToArray()));
        archive.Position = 0;
        Assert.Equal("etc/image", (await new TarReader(archive).GetNextEntryAsync())?.Name);
    }

    private static string Digest(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));

    private async Task<(string Server, string Token)> SignInAsync()
    {
        var registry = $"{sandbox.Subscription}/resourceGroups/{PlatformSeed.Group}/providers/Microsoft.ContainerRegistry/registries/{PlatformSeed.Registry}";
        var server = (await sandbox.Deployer.GetAsync(registry)).Property("loginServer") ?? "";
        var (identity, tokenFor) = await sandbox.WorkerAsync(await sandbox.GroupAsync());
        await sandbox.AssignAsync(registry, identity.PrincipalId, Roles.AcrPull);

        var access = await tokenFor("https://containerregistry.azure.net/.default");
        var refresh = await PostAsync(server, "exchange", new() { ["grant_type"] = "access_token", ["service"] = server, ["access_token"] = access });
        var token = await PostAsync(server, "token", new()
        {
            ["grant_type"] = "refresh_token", ["service"] = server, ["scope"] = Pull, ["refresh_token"] = refresh["refresh_token"]?.ToString() ?? "",
        });
        return (server, token["access_token"]?.ToString() ?? "");
    }

    private async Task<JsonObject> PostAsync(string server, string endpoint, Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        using var response = await sandbox.Client().PostAsync(new Uri($"https://{server}/oauth2/{endpoint}"), content);
        return await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(ReflectedJson.Options) ?? [];
    }

    private async Task<byte[]> GetAsync(string server, string token, string path)
    {
        using var request = DataPlaneFixture.Request(HttpMethod.Get, new Uri($"https://{server}/v2/{PlatformSeed.Image}/{path}"), token);
        using var response = await sandbox.Client().SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    /// <summary>What a descriptor names, checked against its digest and size.</summary>
    private async Task<byte[]> BlobAsync(string server, string token, JsonNode? descriptor)
    {
        var digest = descriptor?["digest"]?.GetValue<string>() ?? "";
        var content = await GetAsync(server, token, $"blobs/{digest}");
        Assert.Equal(digest, Digest(content));
        Assert.Equal(descriptor?["size"]?.GetValue<int>(), content.Length);
        return content;
    }
}
