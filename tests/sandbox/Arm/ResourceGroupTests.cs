namespace Provisioning.Sandbox.Tests.Arm;

public sealed class ResourceGroupTests(ArmFixture sandbox) : IClassFixture<ArmFixture>
{
    private const string Body = """{ "location": "West Europe", "tags": { "team": "ml" } }""";

    private string Group(string name) => $"{sandbox.Subscription}/resourceGroups/{name}";

    [Fact]
    public async Task First_put_creates_and_the_next_one_updates()
    {
        var created = (await sandbox.Deployer.PutAsync(Group("Put-RG"), Body)).Expect(201);
        var updated = (await sandbox.Deployer.PutAsync(Group("put-rg"), """{ "location": "westeurope" }""")).Expect(200);

        Assert.Equal(Group("Put-RG"), created.Text("id"));
        Assert.Equal("Microsoft.Resources/resourceGroups", created.Text("type"));
        Assert.Equal("westeurope", created.Text("location"));
        Assert.Equal("Succeeded", created.Property("provisioningState"));
        Assert.Equal(Group("Put-RG"), updated.Text("id"));
        Assert.Null(updated.At("tags"));
    }

    [Fact]
    public async Task Path_is_read_without_regard_to_case_and_answered_in_the_stored_one()
    {
        await sandbox.Deployer.PutAsync(Group("Casing"), Body);

        var reply = await sandbox.Deployer.GetAsync(Group("Casing").Replace("resourceGroups", "RESOURCEGROUPS", StringComparison.Ordinal).Replace("Casing", "cAsInG", StringComparison.Ordinal));

        Assert.Equal(Group("Casing"), reply.Expect(200).Text("id"));
    }

    [Fact]
    public async Task Location_cannot_change()
    {
        await sandbox.Deployer.PutAsync(Group("moving"), Body);

        (await sandbox.Deployer.PutAsync(Group("moving"), """{ "location": "eastus" }""")).ExpectError(409, "InvalidResourceGroupLocation");
    }

    [Theory]
    [InlineData("ends-with-dot.")]
    [InlineData("has space")]
    public async Task Name_against_the_rules_is_400(string name) =>
        Assert.Equal(400, (await sandbox.Deployer.PutAsync(Group(Uri.EscapeDataString(name)), Body)).Status);

    [Fact]
    public async Task Head_tells_whether_it_is_there()
    {
        await sandbox.Deployer.PutAsync(Group("headed"), Body);

        (await sandbox.Deployer.SendAsync("HEAD", Group("headed"))).Expect(204);
        (await sandbox.Deployer.SendAsync("HEAD", Group("headless"))).Expect(404);
    }

    [Fact]
    public async Task Patch_changes_the_tags()
    {
        await sandbox.Deployer.PutAsync(Group("patched"), Body);

        var reply = await sandbox.Deployer.PatchAsync(Group("patched"), """{ "tags": { "team": "data" } }""");

        Assert.Equal("data", reply.Expect(200).Text("tags", "team"));
    }

    [Fact]
    public async Task Deleting_a_missing_one_is_404() =>
        (await sandbox.Deployer.DeleteAsync(Group("never-was"))).ExpectError(404, "ResourceGroupNotFound");

    [Fact]
    public async Task Deletion_takes_everything_in_it_along()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        var assignment = await sandbox.AssignAsync(group, identity.PrincipalId, Roles.Reader);

        var reply = (await sandbox.Deployer.DeleteAsync(group)).Expect(202);
        (await sandbox.Deployer.SendRawAsync("GET", reply.Headers["Location"])).Expect(204);

        (await sandbox.Deployer.GetAsync(group)).ExpectError(404, "ResourceGroupNotFound");
        (await sandbox.Deployer.GetAsync(identity.Id)).ExpectError(404, "ResourceGroupNotFound");
        Assert.Equal(404, (await sandbox.Deployer.GetAsync(assignment)).Status);
        await sandbox.Deployer.PutAsync(group, """{ "location": "westeurope" }""");
        (await sandbox.Deployer.GetAsync(identity.Id)).ExpectError(404, "ResourceNotFound");
    }

    [Fact]
    public async Task Resources_of_a_group_are_listed_without_children_and_by_type()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        await sandbox.SignInAsync(identity);
        await sandbox.Deployer.PutAsync($"{group}/providers/Microsoft.KeyVault/vaults/kv-listed", Bodies.Vault(sandbox));

        var all = await sandbox.Deployer.GetAsync($"{group}/resources");
        var vaults = await sandbox.Deployer.GetAsync($"{group}/resources", "$filter=resourceType eq 'Microsoft.KeyVault/vaults'");

        Assert.Equal(["kv-listed", "id-one"], all.Expect(200).Names());
        Assert.Equal(["kv-listed"], vaults.Expect(200).Names());
    }

    [Fact]
    public async Task Lists_are_paged_by_top_and_followed_verbatim()
    {
        var group = await sandbox.GroupAsync();
        foreach (var name in new[] { "id-a", "id-b", "id-c" })
            await sandbox.IdentityAsync(group, name);

        var first = await sandbox.Deployer.GetAsync($"{group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities", "$top=2");
        var second = await sandbox.Deployer.SendRawAsync("GET", first.Text("nextLink") ?? "");

        Assert.Equal(["id-a", "id-b"], first.Names());
        Assert.Equal(["id-c"], second.Expect(200).Names());
        Assert.Null(second.At("nextLink"));
    }
}
