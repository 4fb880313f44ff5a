namespace Provisioning.Sandbox.Tests.Arm;

public sealed class LockTests(ArmFixture sandbox) : IClassFixture<ArmFixture>
{
    private static string Lock(string scope) => $"{scope}/providers/Microsoft.Authorization/locks/keep";

    private static string Level(string level) => $$"""{ "properties": { "level": "{{level}}", "notes": "Keep." } }""";

    [Fact]
    public async Task Delete_lock_on_a_group_protects_what_is_in_it()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        (await sandbox.Deployer.SendAsync("PUT", Lock(group), Level("CanNotDelete"), "api-version=2020-05-01")).Expect(201);

        (await sandbox.Deployer.DeleteAsync(identity.Id)).ExpectError(409, "ScopeLocked");
        (await sandbox.Deployer.PatchAsync(identity.Id, """{ "tags": { "still": "writable" } }""")).Expect(200);
    }

    [Fact]
    public async Task Delete_lock_within_a_group_protects_the_group()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        await sandbox.Deployer.SendAsync("PUT", Lock(identity.Id), Level("CanNotDelete"), "api-version=2020-05-01");

        (await sandbox.Deployer.DeleteAsync(group)).ExpectError(409, "ScopeLocked");
    }

    [Fact]
    public async Task Delete_lock_protects_role_assignments_below_it()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        var assignment = await sandbox.AssignAsync(identity.Id, identity.PrincipalId, Roles.Reader);
        await sandbox.Deployer.SendAsync("PUT", Lock(group), Level("CanNotDelete"), "api-version=2020-05-01");

        (await sandbox.Deployer.DeleteAsync(assignment)).ExpectError(409, "ScopeLocked");
    }

    [Fact]
    public async Task Read_only_lock_forbids_writes_and_actions_but_not_reads()
    {
        var group = await sandbox.GroupAsync();
        var account = $"{group}/providers/Microsoft.Storage/storageAccounts/lockedaccount";
        await sandbox.Deployer.PutAsync(account, Bodies.Account);
        await sandbox.Deployer.SendAsync("PUT", Lock(group), Level("ReadOnly"), "api-version=2020-05-01");

        (await sandbox.Deployer.PutAsync(account, Bodies.Account)).ExpectError(409, "ScopeLocked");
        (await sandbox.Deployer.PostAsync($"{account}/listKeys")).ExpectError(409, "ScopeLocked");
        (await sandbox.Deployer.GetAsync(account)).Expect(200);
    }

    [Fact]
    public async Task Removed_lock_protects_no_longer()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        await sandbox.Deployer.SendAsync("PUT", Lock(group), Level("CanNotDelete"), "api-version=2020-05-01");

        Assert.Equal(["keep"], (await sandbox.Deployer.GetAsync($"{group}/providers/Microsoft.Authorization/locks", "api-version=2020-05-01")).Names());
        (await sandbox.Deployer.DeleteAsync(Lock(group), "api-version=2020-05-01")).Expect(200);
        (await sandbox.Deployer.DeleteAsync(identity.Id)).Expect(200);
    }

    [Fact]
    public async Task Lock_of_an_unknown_level_is_400() =>
        (await sandbox.Deployer.SendAsync("PUT", Lock(await sandbox.GroupAsync()), Level("Sometimes"), "api-version=2020-05-01"))
        .ExpectError(400, "InvalidLockLevel");
}
