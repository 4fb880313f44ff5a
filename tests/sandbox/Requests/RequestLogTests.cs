using System.Text.Json;
using System.Text.Json.Nodes;
using Provisioning.Sandbox.Requests;
using Provisioning.Sandbox.Tests.Arm;

namespace Provisioning.Sandbox.Tests.Requests;

public sealed class RequestLogTests(ArmFixture sandbox) : IClassFixture<ArmFixture>
{
    [Fact]
    public async Task Entry_says_who_asked_what_and_how_it_ended()
    {
        var before = sandbox.Host.Requests.Count;
        var path = $"{sandbox.Subscription}/resourceGroups/unlogged";

        await sandbox.Deployer.SendAsync("GET", path, null, "", ("x-ms-correlation-request-id", "my-correlation"));

        var entry = Assert.Single(sandbox.Host.Requests.Read(before));
        Assert.Equal(("resourceManager", "GET", path, 404), (entry.Endpoint, entry.Method, entry.Path, entry.Status));
        Assert.Equal(sandbox.Host.Connection.Deployer.ObjectId.ToString(), entry.Principal);
        Assert.Equal("ResourceGroupNotFound", entry.Code);
        Assert.Equal("my-correlation", entry.CorrelationId);
        Assert.False(entry.IsWrite);
    }

    [Fact]
    public async Task Path_of_an_extension_is_logged_as_it_was_sent()
    {
        var before = sandbox.Host.Requests.Count;
        var path = $"{sandbox.Subscription}/providers/Microsoft.Authorization/roleDefinitions";

        await sandbox.Deployer.GetAsync(path);

        Assert.Equal(path, Assert.Single(sandbox.Host.Requests.Read(before)).Path);
    }

    [Fact]
    public async Task Only_requests_for_changes_count_as_writes()
    {
        var before = sandbox.Host.Requests.Writes;

        await sandbox.Deployer.GetAsync(sandbox.Subscription);
        await sandbox.TokenAsync(sandbox.Host.Connection.Deployer.ClientId.ToString(), "developer", "developer:provisioner");
        Assert.Equal(before, sandbox.Host.Requests.Writes);

        await sandbox.GroupAsync();
        Assert.Equal(before + 1, sandbox.Host.Requests.Writes);
    }

    [Fact]
    public async Task Administration_shows_the_log_and_is_not_part_of_it()
    {
        await sandbox.Deployer.GetAsync(sandbox.Subscription);
        var count = sandbox.Host.Requests.Count;

        var shown = JsonNode.Parse(await sandbox.Client().GetStringAsync(new Uri(sandbox.Host.Connection.Admin, $"_sandbox/requests?after={count - 1}")));

        Assert.Equal(count, sandbox.Host.Requests.Count);
        Assert.Single(Assert.IsType<JsonArray>(shown?["requests"]));
    }

    [Fact]
    public async Task Log_on_disk_holds_no_token()
    {
        var own = new ArmFixture();
        await own.InitializeAsync();
        try
        {
            await own.GroupAsync();
            await own.Host.DisposeAsync();

            var file = Path.Combine(Path.GetDirectoryName(own.Host.Connection.CertificatePath) ?? "", "requests.jsonl");
            var lines = await File.ReadAllLinesAsync(file);

            Assert.Equal(own.Host.Requests.Count, lines.Length);
            Assert.All(lines, line => Assert.NotNull(JsonSerializer.Deserialize<RequestEntry>(line, ReflectedJson.Options)));
            Assert.DoesNotContain(lines, line => line.Contains("eyJ", StringComparison.Ordinal));
        }
        finally
        {
            await own.DisposeAsync();
        }
    }
}
