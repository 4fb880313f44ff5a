using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Tests.Arm;

namespace Provisioning.Sandbox.Tests.Platforms;

/// <summary>Starts hosts and asks for tokens on them, over plain HTTP.</summary>
internal static class HostClient
{
    public const string ResourceManager = "https://management.azure.com";

    /// <summary>The seeded AKS cluster.</summary>
    public static string AksCluster(this ArmFixture sandbox) =>
        $"{sandbox.Subscription}/resourceGroups/{PlatformSeed.Group}/providers/Microsoft.ContainerService/managedClusters/{PlatformSeed.Cluster}";

    /// <summary>The variables of a new host.</summary>
    public static async Task<JsonObject> HostAsync(this ArmFixture sandbox, JsonObject request)
    {
        var (status, body) = await sandbox.AskForHostAsync(request.ToJsonString());
        Assert.True(status is HttpStatusCode.OK, body?.ToJsonString());
        return Assert.IsType<JsonObject>(body?["environment"]);
    }

    public static async Task<(HttpStatusCode Status, JsonNode? Body)> AskForHostAsync(this ArmFixture sandbox, string request)
    {
        using var content = new StringContent(request);
        using var response = await sandbox.Client().PostAsync(new Uri(sandbox.Host.Connection.Admin, "_sandbox/hosts"), content);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonNode>(ReflectedJson.Options));
    }

    /// <summary>Asks the instance metadata service of a host.</summary>
    public static Task<(HttpStatusCode Status, string Body)> AskMetadataAsync(
        this ArmFixture sandbox, JsonObject environment, string query = "", string version = "2018-02-01", string resource = ResourceManager) =>
        sandbox.AskAsync(
            $"{environment.Text("AZURE_POD_IDENTITY_AUTHORITY_HOST")}/metadata/identity/oauth2/token?api-version={version}&resource={resource}{query}",
            ("Metadata", "true"));

    /// <summary>Asks the endpoint of a compute.</summary>
    public static Task<(HttpStatusCode Status, string Body)> AskComputeAsync(
        this ArmFixture sandbox, JsonObject environment, string query = "", string? secret = null, string version = "2017-09-01", string resource = ResourceManager) =>
        sandbox.AskAsync(
            $"{environment.Text("MSI_ENDPOINT")}?api-version={version}&resource={resource}{query}",
            ("Metadata", "true"),
            ("secret", secret ?? environment.Text("MSI_SECRET")));

    public static async Task<(HttpStatusCode Status, string Body)> AskAsync(this ArmFixture sandbox, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await sandbox.Client().SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The member of a JSON text.</summary>
    public static string Text(this JsonNode? node, string member) => node?[member]?.ToString() ?? "";

    /// <summary>Checks a refusal in the form of the metadata service.</summary>
    public static void AssertRefused((HttpStatusCode Status, string Body) answer, int status, string error, string description)
    {
        Assert.True((int)answer.Status == status, answer.Body);
        var body = JsonNode.Parse(answer.Body);
        Assert.Equal(error, body.Text("error"));
        Assert.Contains(description, body.Text("error_description"), StringComparison.Ordinal);
    }
}
