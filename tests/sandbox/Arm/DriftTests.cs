using System.Net;
using System.Net.Http.Json;

namespace Provisioning.Sandbox.Tests.Arm;

public sealed class DriftTests(ArmFixture sandbox) : IClassFixture<ArmFixture>
{
    [Fact]
    public async Task Resource_changes_behind_resource_managers_back()
    {
        var identity = await sandbox.IdentityAsync(await sandbox.GroupAsync());
        var writes = sandbox.Host.Requests.Writes;

        Assert.Equal(HttpStatusCode.NoContent, await DriftAsync(new { id = identity.Id, patch = new { tags = new { owner = "somebody" } } }));

        Assert.Equal("somebody", (await sandbox.Deployer.GetAsync(identity.Id)).Text("tags", "owner"));
        Assert.Equal(identity.PrincipalId, (await sandbox.Deployer.GetAsync(identity.Id)).Property("principalId"));
        Assert.Equal(writes, sandbox.Host.Requests.Writes);
    }

    [Fact]
    public async Task Resource_disappears()
    {
        var identity = await sandbox.IdentityAsync(await sandbox.GroupAsync());

        Assert.Equal(HttpStatusCode.NoContent, await DriftAsync(new { id = identity.Id }));

        (await sandbox.Deployer.GetAsync(identity.Id)).ExpectError(404, "ResourceNotFound");
    }

    [Fact]
    public async Task Role_assignment_disappears()
    {
        var group = await sandbox.GroupAsync();
        var assignment = await sandbox.AssignAsync(group, (await sandbox.IdentityAsync(group)).PrincipalId, Roles.Reader);

        Assert.Equal(HttpStatusCode.NoContent, await DriftAsync(new { id = assignment }));

        Assert.Equal(404, (await sandbox.Deployer.GetAsync(assignment)).Status);
    }

    [Fact]
    public async Task Unknown_resource_is_told() =>
        Assert.Equal(HttpStatusCode.NotFound, await DriftAsync(new { id = $"{sandbox.Subscription}/resourceGroups/never" }));

    private async Task<HttpStatusCode> DriftAsync(object drift)
    {
        using var response = await sandbox.Client().PostAsJsonAsync(new Uri(sandbox.Host.Connection.Admin, "_sandbox/drift"), drift, ReflectedJson.Options);
        return response.StatusCode;
    }
}
